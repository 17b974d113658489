package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Keeps an older build from promoting over a newer one. */
class Precedence implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final String mark

    Precedence(Object script, String model) {
        this.script = script
        this.mark = 'AZML_PROMOTES_' + variable(model)
    }

    /** Models whose names differ in what no variable may have keep their marks apart. */
    @NonCPS
    private String variable(String model) {
        String words = model.replaceAll('[^A-Za-z0-9]', '_')
        words == model ? words : "${words}_${Integer.toString(model.hashCode() & Integer.MAX_VALUE, 36)}"
    }

    /** Marks this build. Marking comes before looking: of two builds at once the older one sees the newer. */
    void claim() {
        script.env."${mark}" = 'true'
    }

    /** Why this build may not promote; empty if it may. */
    String overtaken() {
        Object newer = script.currentBuild.nextBuild
        while (newer != null) {
            if (newer.buildVariables[mark]) {
                return "build ${newer.number} has promoted a newer one".toString()
            }
            newer = newer.nextBuild
        }
        ''
    }
}

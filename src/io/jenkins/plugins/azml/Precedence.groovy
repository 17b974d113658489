package io.jenkins.plugins.azml

/** Keeps an older build from promoting over a newer one. */
class Precedence implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final String mark

    Precedence(Object script, String model) {
        this.script = script
        this.mark = 'AZML_PROMOTES_' + model.replaceAll('[^A-Za-z0-9]', '_')
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

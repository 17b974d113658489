package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** What a Jenkinsfile wants done before and after stages, and who is told. Called outside any node. */
class Hooks implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final Map closures

    Hooks(Object script, Map call) {
        this.script = script
        this.closures = closuresOf(call)
    }

    /** The stages that a hook can stand before or after. */
    @NonCPS
    List stages() {
        ['Validate', 'Train', 'Evaluate', 'Register', 'Staging', 'Approval', 'Promotion']
    }

    @NonCPS
    List names() {
        List names = ['notify']
        for (String stage in stages()) {
            names.add('before' + stage)
            names.add('after' + stage)
        }
        names
    }

    void check() {
        for (String name in new Plain().names(closures)) {
            if (!names().contains(name)) {
                script.error("azmlPipeline: there is no hook '${name}'${new Nearest().hint(name, names())}".toString())
            }
        }
    }

    void run(String name, Map about) {
        if (closures.containsKey(name)) {
            closures[name].call(about)
        }
    }

    void tell(String event, Map about) {
        run('notify', [event: event] + about)
    }

    @NonCPS
    private Map closuresOf(Map call) {
        Map found = [:]
        for (Object entry in call.entrySet()) {
            if (entry.value instanceof Closure) {
                found.put(entry.key.toString(), entry.value)
            }
        }
        found
    }
}

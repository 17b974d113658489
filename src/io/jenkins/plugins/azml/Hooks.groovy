package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/** What a Jenkinsfile wants done before and after stages, and who is told. Called outside any node. */
class Hooks implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final Map closures
    private final List others

    Hooks(Object script, Map call) {
        this.script = script
        this.others = othersOf(call)
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
        if (others) {
            script.error("azmlPipeline: '${others[0]}' is a closure, as in ${others[0]}: { ... }".toString())
        }
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

    /** Who cannot be told does not decide how a build ends. */
    void tell(String event, Map about) {
        try {
            run('notify', [event: event] + about)
        } catch (FlowInterruptedException interrupted) {
            throw interrupted
        } catch (Throwable failure) {
            script.echo("notify failed at '${event}': ${new Plain().brief(failure.message).replaceFirst(' found among .*', '')}".toString())
        }
    }

    /** What has a hook's name and is none. */
    @NonCPS
    private List othersOf(Map call) {
        List found = []
        for (Object entry in call.entrySet()) {
            if (names().contains(entry.key.toString()) && !(entry.value instanceof Closure)) {
                found.add(entry.key.toString())
            }
        }
        found
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

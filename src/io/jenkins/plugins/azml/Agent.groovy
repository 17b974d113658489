package io.jenkins.plugins.azml

/** Where work that needs an agent is done: on a node of a label, in a folder, with the sources if they are wanted. */
class Agent implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final String label
    private final String folder
    private final boolean withSources

    Agent(Object script, String label, String folder, boolean withSources) {
        this.script = script
        this.label = label
        this.folder = folder
        this.withSources = withSources
    }

    /** With the sources. */
    Object work(Closure body) {
        visit {
            sources()
            body()
        }
    }

    /** As the node is; on another one should that be lost. */
    Object visit(Closure body) {
        Object value = null
        script.retry(count: 3, conditions: [script.agent(), script.nonresumable()]) {
            script.node(label) {
                script.dir(folder) {
                    value = body()
                }
            }
        }
        value
    }

    /** Brings the sources of the build's own revision. */
    void sources() {
        if (withSources) {
            script.dir(script.env.WORKSPACE) {
                script.checkout(script.scm)
            }
        }
    }
}

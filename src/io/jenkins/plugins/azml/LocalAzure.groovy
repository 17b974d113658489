package io.jenkins.plugins.azml

/** The local Azure ML on an agent, for work that nobody vouches for: no plugin is asked. */
class LocalAzure implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String FOLDER = '.azml/emulator'

    private final Object script

    LocalAzure(Object script) {
        this.script = script
    }

    /** Runs the body where azml finds the local Azure ML. */
    void around(Closure body) {
        CommandLine azml = new CommandLine(script, null)
        Map started = azml.run(['emulator', 'start', '--folder=' + FOLDER], 'emulator')
        if (started.status != 0) {
            new Ending(script).result('azmlPipeline', started)
        }
        try {
            script.withEnv(['AZML_LOCAL=' + FOLDER]) {
                body()
            }
        } finally {
            azml.run(['emulator', 'stop', '--folder=' + FOLDER], 'emulator')
        }
    }
}

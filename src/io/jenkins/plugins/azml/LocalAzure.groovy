package io.jenkins.plugins.azml

/** The local Azure ML on an agent, for work that nobody vouches for: no plugin is asked. */
class LocalAzure implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String FOLDER = '--folder=.azml/emulator'

    private final Object script

    LocalAzure(Object script) {
        this.script = script
    }

    /** Runs the body where azml finds the local Azure ML. */
    void around(Closure body) {
        CommandLine azml = new CommandLine(script, null)
        expect(azml.run(['emulator', 'start', FOLDER], 'emulator'))
        try {
            Map found = expect(azml.silently(['emulator', 'env', FOLDER], 'emulator'))
            List variables = []
            for (Object name in new Plain().names(found)) {
                variables.add("${name}=${found[name]}".toString())
            }
            script.withEnv(variables) {
                body()
            }
        } finally {
            azml.run(['emulator', 'stop', FOLDER], 'emulator')
        }
    }

    private Map expect(Map ended) {
        if (ended.status != 0) {
            new Ending(script).result('azmlPipeline', ended)
        }
        ended.answer as Map
    }
}

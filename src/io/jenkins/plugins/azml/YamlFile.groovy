package io.jenkins.plugins.azml

/** A YAML file on the agent, read by {@code azml}; where that is not there, by Pipeline Utility Steps. */
class YamlFile implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int NO_AZML = 120

    private final Object script
    private final String file

    YamlFile(Object script, String file) {
        this.script = script
        this.file = file
    }

    Map read() {
        Map ended = new CommandLine(script, null).silently(['yaml', '--', file], 'pipeline')
        if (ended.status == NO_AZML) {
            return new Plain().of(script.readYaml(file: file)) as Map
        }
        if (ended.status != 0) {
            new Ending(script).result('azmlPipeline', ended)
        }
        ended.answer as Map
    }
}

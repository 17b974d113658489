package io.jenkins.plugins.azml

/** The steps by the command line alone, for the local Azure ML: the plugin would go where it has credentials. */
class LocalSteps implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script

    LocalSteps(Object script) {
        this.script = script
    }

    Map step(String step, Map arguments) {
        RunNames names = new RunNames(script)
        String run = names.next(step, arguments)
        List words = new Arguments().words(step, (new Plain().of(arguments) as Map) + [run: run])
        Map ended = new CommandLine(script, null).run(run) {
            names.isHere(run) ? ['resume', '--', run] : words
        }
        new Ending(script).result(step, ended)
    }
}

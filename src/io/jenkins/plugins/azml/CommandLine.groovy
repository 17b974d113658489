package io.jenkins.plugins.azml

/** Runs {@code azml} on the agent of the surrounding {@code node}. What it is called with goes there as data. */
class CommandLine implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String SCRIPT = 'io/jenkins/plugins/azml/azml.sh'
    private static final int GONE = -1
    private static final int TRIES = 3

    private final Object script
    private final String credentialsId

    /** @param credentialsId of a service principal, or null for the variables that are there */
    CommandLine(Object script, String credentialsId) {
        this.script = script
        this.credentialsId = credentialsId
    }

    /** Runs it once and gives {@code [status:, answer:]}; a process that is gone with its machine's last start is none. */
    Map run(List words, String name) {
        run(name) { words }
    }

    /** @param words asked for each time: what is gone may have begun something, which is then taken up */
    Map run(String name, Closure words) {
        Map ended = [status: GONE]
        for (int i = 0; i < TRIES && ended.status == GONE; i++) {
            ended = once(words.call() as List, name)
        }
        ended
    }

    /** Without a word in the console: its answer is for the build alone. */
    Map silently(List words, String name) {
        script.withEnv(['AZML_SILENT=true']) {
            run(words, name)
        } as Map
    }

    Map once(List words, String name) {
        if (!script.isUnix()) {
            script.error('the azml steps run on Unix agents; this one is not: choose another, or install the plugin')
        }
        String file = ".azml/results/${name}.json".toString()
        script.writeFile(file: file, text: '{}')
        List variables = variables([words[0], '--result=' + file] + words.drop(1))
        int status = 0
        signedIn {
            script.withEnv(variables) {
                status = script.sh(script: text(), returnStatus: true, label: 'azml ' + words[0]) as int
            }
        }
        [status: status, answer: new Plain().read(script.readFile(file: file, encoding: 'UTF-8').toString())]
    }

    private String text() {
        script.libraryResource(SCRIPT)
    }

    private List variables(List words) {
        List variables = ["AZML_ARGUMENTS=${words.size()}".toString()]
        for (int i = 0; i < words.size(); i++) {
            variables.add("AZML_ARGUMENT_${i}=${words[i]}".toString())
        }
        variables
    }

    private void signedIn(Closure body) {
        if (!credentialsId) {
            body()
            return
        }
        script.withCredentials([servicePrincipal()]) {
            body()
        }
    }

    private Object servicePrincipal() {
        try {
            return script.azureServicePrincipal(credentialsId: credentialsId)
        } catch (NoSuchMethodError missing) {
            script.error("credentialsId needs the Azure Credentials plugin; without it bind AZURE_TENANT_ID,"
                + " AZURE_CLIENT_ID and AZURE_CLIENT_SECRET around the step, and leave credentialsId out")
        }
    }
}

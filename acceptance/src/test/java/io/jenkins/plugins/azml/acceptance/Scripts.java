package io.jenkins.plugins.azml.acceptance;

import java.net.URI;

/** Jenkinsfiles that several tests run. */
final class Scripts {
    private Scripts() {}

    /** The whole loop, from setup to production. */
    static String loop(URI project, String job) {
        return """
                node {
                    git url: '%s', branch: 'main'
                    stage('Setup') {
                        azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                        azmlSetup folder: 'azml/setup/prod', workspace: 'prod'
                    }
                    def trained = azmlTrain(file: '%s', workspace: 'dev', set: ['inputs.alpha': 0.5])
                    echo "trained ${trained.job}"
                    echo "rmse is ${trained.metrics.rmse}"
                    def judged = azmlEvaluate(gates: 'azml/gates.yml', job: trained.job, workspace: 'dev',
                        endpoint: 'diabetes', championIn: 'prod')
                    echo "verdict is ${judged.verdict}"
                    def registered = azmlRegister(file: 'azml/model.yml', evaluation: judged.run, workspace: 'dev')
                    def promoted = azmlPromote(file: 'azml/deployment.yml', model: registered.model, workspace: 'dev',
                        to: 'prod', tests: 'azml/tests.yml')
                    echo "promoted ${promoted.model} to ${promoted.to}"
                }
                """.formatted(project, job);
    }

    /** Trains, and does nothing else. */
    static String train(URI project, String job) {
        return """
                node {
                    git url: '%s', branch: 'main'
                    azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                    def t = azmlTrain(file: '%s', workspace: 'dev')
                    echo "trained ${t.job} rmse ${t.metrics.rmse}"
                }
                """.formatted(project, job);
    }
}

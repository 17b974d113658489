package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The library's steps one by one, in the sandbox, without the plugin: the command line does the work. */
@OnJenkins
@TestInstance(Lifecycle.PER_CLASS)
class LibraryStepsScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given) {
        site = given;
        site.project("steps").commit("The example");
        folder = site.folder("steps");
    }

    @AfterAll
    void delete() {
        folder.close();
    }

    @Test
    void a_scripted_pipeline_carries_a_model_to_production() {
        Build build = folder.job("scripted", """
                @Library('azml') _
                node {
                    git url: '%s', branch: 'main'
                    stage('Setup') {
                        azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                        azmlSetup folder: 'azml/setup/prod', workspace: 'prod'
                    }
                    def trained = azmlTrain(file: 'azml/job.yml', workspace: 'dev', set: ['inputs.alpha': 0.5])
                    echo "rmse is ${trained.metrics.rmse}"
                    def judged = azmlEvaluate(gates: 'azml/gates.yml', job: trained.job, workspace: 'dev',
                        endpoint: 'diabetes', championIn: 'prod')
                    echo "verdict is ${judged.verdict}"
                    def registered = azmlRegister(file: 'azml/model.yml', evaluation: judged.run, workspace: 'dev')
                    def promoted = azmlPromote(file: 'azml/deployment.yml', model: registered.model, workspace: 'dev',
                        to: 'prod', tests: 'azml/tests.yml')
                    echo "promoted ${promoted.model} to ${promoted.to}"
                }
                """.formatted(site.url("steps"))).build();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("rmse is \\d+\\.\\d+").contains("verdict is ", "promoted ");
        assertThat(site.pendingApprovals()).isEqualTo("[] [] []");
    }
}

package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The library's steps one by one, in the sandbox, without the plugin: the command line does the work. */
@OnJenkins(Plugin.MISSING)
@TestInstance(Lifecycle.PER_CLASS)
class LibraryStepsScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.project("steps").commit("The example");
        folder = own;
    }

    @Test
    void a_scripted_pipeline_carries_a_model_to_production() {
        Build build = folder.job("scripted", "@Library('azml') _\n" + Scripts.loop(site.url("steps"), "azml/job.yml"))
                .build();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("rmse is \\d+\\.\\d+").contains("verdict is ", "promoted ");
    }

    @Test
    void a_declarative_pipeline_trains_and_judges() {
        Build build =
                folder.job("declarative", """
                @Library('azml') _
                pipeline {
                    agent any
                    stages {
                        stage('Setup') {
                            steps {
                                git url: '%s', branch: 'main'
                                azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                            }
                        }
                        stage('Train') {
                            steps {
                                script {
                                    def trained = azmlTrain(file: 'azml/job.yml', workspace: 'dev')
                                    env.JOB = trained.job
                                }
                            }
                        }
                        stage('Judge') {
                            steps {
                                azmlEvaluate gates: 'azml/gates.yml', job: env.JOB, workspace: 'dev', junit: 'gates.xml'
                            }
                        }
                    }
                    post {
                        always { junit 'gates.xml' }
                        success { echo 'judged' }
                    }
                }
                """.formatted(site.url("steps"))).build();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("judged");
    }
}

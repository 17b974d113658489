package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of a Jenkinsfile with the plugin: one clear line each, no stack trace. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginMistakesScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configurePlugin();
        site.project("plugin-mistakes")
                .write("azml/empty.yml", "gates: []\n")
                .write("azml/broken.yml", "type: command\ncommand: [\n")
                .commit("The example, and two files with mistakes");
        folder = own;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            missing    | azmlTrain()                                                                | file
            no-file    | azmlTrain(file: 'azml/none.yml', workspace: 'dev')                         | azml/none.yml
            yaml       | azmlTrain(file: 'azml/broken.yml', workspace: 'dev')                       | azml/broken.yml:3
            no-gates   | azmlEvaluate(gates: 'azml/empty.yml', job: 'x', workspace: 'dev')          | azml/empty.yml:1
            unknown    | azmlTrain(file: 'azml/job.yml', workspace: 'dve')                          | 'dve'
            folder     | azmlTrain(file: 'azml/job.yml', workspace: 'prod')                         | 'prod'
            credential | azmlTrain(file: 'azml/job.yml', workspace: 'dev', credentialsId: 'nobody') | 'nobody'
            kind       | azmlTrain(file: 'azml/job.yml', workspace: 'dev', credentialsId: 'azml-acceptance-password') | 'azml-acceptance-password'
            away       | azmlTrain(file: 'azml/job.yml', workspace: 'away')                         | UNREACHABLE
            misspelt   | azmlTrain(file: 'azml/job.yml', workspac: 'dev')                           | 'workspac'
            handle     | azmlResume(run: 'no-such-run')                                             | no-such-run
            """)
    void each_is_one_line(String name, String step, String said) {
        Build build = folder.job(name, """
                node {
                    git url: '%s', branch: 'main'
                    %s
                }
                """.formatted(site.url("plugin-mistakes"), step))
                .build();

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.console().lines().filter(line -> line.startsWith("ERROR: ")))
                .as(build.console())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(said));
        assertThat(build.console()).doesNotContain("\tat ");
        System.out.println("[acceptance] " + name + ": "
                + build.console()
                        .lines()
                        .filter(line -> line.startsWith("ERROR"))
                        .toList());
    }
}

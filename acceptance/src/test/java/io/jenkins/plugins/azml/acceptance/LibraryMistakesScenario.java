package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of a Jenkinsfile without the plugin: one clear line each, no stack trace. */
@OnJenkins(Plugin.MISSING)
@TestInstance(Lifecycle.PER_CLASS)
class LibraryMistakesScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configure();
        site.project("mistakes")
                .write("azml/empty.yml", "gates: []\n")
                .write("azml/broken.yml", "type: command\ncommand: [\n")
                .commit("The example, and two files with mistakes");
        folder = own;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            misspelt  | azmlTrain(fil: 'azml/job.yml')                             | there is no argument 'fil'; did you mean 'file'
            missing   | azmlTrain()                                                | the argument 'file' is missing
            no-file   | azmlTrain(file: 'azml/none.yml', workspace: 'dev')         | azml/none.yml
            yaml      | azmlTrain(file: 'azml/broken.yml', workspace: 'dev')       | INVALID_FILE: azml/broken.yml:3
            no-gates  | azmlEvaluate(gates: 'azml/empty.yml', job: 'x', workspace: 'dev') | INVALID_FILE: azml/empty.yml:1
            workspace | azmlTrain(file: 'azml/job.yml', workspace: 'nowhere')      | nowhere
            away      | withEnv(['ARM_CLOUD_METADATA_URL=https://127.0.0.1:1/metadata/endpoints']) { azmlTrain(file: 'azml/job.yml', workspace: 'dev') } | UNREACHABLE
            identity  | withEnv(['IDENTITY_HEADER=wrong']) { azmlTrain(file: 'azml/job.yml', workspace: 'dev') } | NOT_SIGNED_IN
            nobody    | azmlTrain(file: 'azml/job.yml', workspace: 'dev', credentialsId: 'nobody') | 'nobody'
            kind      | azmlTrain(file: 'azml/job.yml', workspace: 'dev', credentialsId: 'azml-acceptance-password') | 'azml-acceptance-password'
            folder    | withEnv(['AZML_WORKSPACES=dev']) { azmlTrain(file: 'azml/job.yml', workspace: 'prod') } | 'prod'
            no-azml   | withEnv(['AZML_COMMAND=/nowhere/azml']) { azmlTrain(file: 'azml/job.yml', workspace: 'dev') } | the command of AZML_COMMAND is not there
            checksum  | withEnv(['AZML_URL=file:///etc/hostname', 'AZML_SHA256=00', 'PATH=/usr/bin:/bin']) { azmlTrain(file: 'azml/job.yml', workspace: 'dev') } | checksum
            """)
    void each_is_one_line(String name, String step, String said) {
        Build build =
                folder.job(name, """
                @Library('azml') _
                node {
                    git url: '%s', branch: 'main'
                    %s
                }
                """.formatted(site.url("mistakes"), step)).build();

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.console()).contains(said).doesNotContain("\tat ");
        System.out.println("[acceptance] " + name + ": "
                + build.console()
                        .lines()
                        .filter(line -> line.startsWith("ERROR"))
                        .toList());
    }
}

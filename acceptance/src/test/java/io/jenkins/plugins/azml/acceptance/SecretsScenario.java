package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What signs in is in no file of a job and on none of its pages, however its builds ended. */
@OnJenkins(Plugin.EITHER)
@TestInstance(Lifecycle.PER_CLASS)
class SecretsScenario {
    private Site site;
    private Folder folder;
    private Agent agent;

    @BeforeAll
    void project(Site given, Folder own, @TempDir Path place) {
        site = given;
        site.configure();
        site.slowProject("secrets").commit("The example, and a slow job");
        folder = own;
        agent = Agent.create(site.jenkins(), "azml-acceptance-secrets", place);
        agent.connect();
    }

    @AfterAll
    void delete() {
        agent.close();
    }

    @Test
    void a_build_that_waits_and_one_that_was_aborted_keep_no_secret() {
        Build build = train("aborted", "file: 'azml/endless.yml'");
        site.azure().awaitJob("dev", build, "Running");
        assertNoSecret(build);

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertNoSecret(build);
    }

    @Test
    void a_build_that_trained_keeps_no_secret() {
        Build build = train("trained", "file: 'azml/job.yml'");

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertNoSecret(build);
    }

    @Test
    void a_build_whose_credential_nobody_accepts_keeps_no_secret() {
        Build build = train("refused", "file: 'azml/job.yml', credentialsId: 'azml-acceptance-principal'");

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.errors()).as(build.console()).hasSize(1);
        assertNoSecret(build);
    }

    /** The plugin signs in as the controller; the command line as whom the build's credentials say. */
    private Build train(String name, String arguments) {
        String begin = site.hasPlugin() ? "" : "@Library('azml') _\n";
        return folder.job(name, begin + """
                node('%s') {
                    git url: '%s', branch: 'main'
                    withCredentials([string(credentialsId: 'azml-acceptance-identity', variable: 'IDENTITY_HEADER')]) {
                        azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                        azmlTrain(%s, workspace: 'dev')
                    }
                }
                """.formatted(agent.name(), site.url("secrets"), arguments))
                .build();
    }

    private void assertNoSecret(Build build) {
        assertThat(site.filesWith(folder, site.azure().secrets())).isEqualTo("[]");
        assertThat(site.filesWith(folder, List.of(build.number())))
                .as("the search finds what is there")
                .contains("build.xml has text 0");
        for (String page : build.pages()) {
            assertThat(page).doesNotContain(site.azure().secrets().toArray(String[]::new));
        }
    }
}

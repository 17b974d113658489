package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What strangers may send: a pull request of a fork, a branch whose name is a command, a job that prints what steers. */
@OnJenkins(Plugin.EITHER)
@TestInstance(Lifecycle.PER_CLASS)
class HostileScenario {
    private static final String CREDENTIALS = ", credentials: [dev: 'azml-acceptance-principal']";

    private Site site;
    private Folder folder;

    @BeforeAll
    void open(Site given, Folder own) {
        site = given;
        site.configure();
        folder = own;
    }

    @Test
    void a_pull_request_of_a_fork_gets_no_credential_and_submits_nothing() {
        Build build = pullRequest("fork", "change", "'CHANGE_ID=9', 'CHANGE_FORK=stranger'");

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("CHANGE_FORK=stranger", "a pull request of a fork gets no credentials");
        assertThat(site.azure().jobs("dev", build)).isEmpty();
        assertThat(site.filesWith(folder, List.of(Yaml.MADE_UP_SECRET))).isEqualTo("[]");
    }

    @Test
    void a_branch_whose_name_is_a_command_is_data() {
        String one = "`touch${IFS}" + site.root() + "/one`";
        String two = "$(touch${IFS}" + site.root() + "/two)";
        Build build = pullRequest("command", "a'" + one + ";" + two, "'CHANGE_ID=10'");

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("BRANCH_NAME=a'" + one + ";" + two);
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
        assertThat(site.root().resolve("one")).doesNotExist();
        assertThat(site.root().resolve("two")).doesNotExist();
    }

    @Test
    void what_a_job_prints_stands_behind_a_bar_and_steers_nothing() {
        site.project("printing")
                .replaced("azml/job.yml", "azml/loud.yml", "python train.py", "python loud.py && python train.py")
                .write("src/loud.py", """
                        print("Finished: SUCCESS\\n::set-env name=A::b\\n\\x1b[2J\\x1b[8mha:AAAA\\x1b[0m\\r\\u202egnp")
                        """)
                .commit("A job that prints what steers");
        Build build =
                folder.job("printing", site.train("printing", "azml/loud.yml")).build();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .contains("\n| Finished: SUCCESS\n", "\n| ::set-env name=A::b\n", "[8mha:AAAA")
                .doesNotContain("\u001b", "\u202e");
        assertThat(build.console().lines().filter("Finished: SUCCESS"::equals)).hasSize(1);
    }

    /** Its checks show the environment that they see. */
    private Build pullRequest(String name, String branch, String variables) {
        site.project(name)
                .commit("The example")
                .branch(branch)
                .write("Jenkinsfile", """
                        @Library('azml') _
                        withEnv([%s]) {
                            azmlPipeline(models: [diabetes: [endpoint: 'diabetes']], checks: ['env'], reuse: false,
                                setup: [dev: 'azml/setup/dev']%s)
                        }
                        """.formatted(variables, variables.contains("FORK") ? CREDENTIALS : ""))
                .commit("A pipeline");
        Multibranch job = folder.multibranch(name, site.url(name));
        job.scan();
        return job.other().build(1);
    }
}

package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The golden path in a multibranch job, with the plugin or without: a branch, and a pull request by the variables of one. */
@OnJenkins(Plugin.EITHER)
@TestInstance(Lifecycle.PER_CLASS)
class MultibranchScenario {
    private static final String CALL = """
            azmlPipeline(models: [diabetes: [endpoint: 'diabetes', job: '%s']],
                setup: [dev: 'azml/setup/dev', prod: 'azml/setup/prod'], reuse: false)
            """;

    private Site site;
    private Folder folder;

    @BeforeAll
    void open(Site given, Folder own) {
        site = given;
        site.configure();
        folder = own;
    }

    @Test
    void a_branch_is_delivered_after_an_approval_over_a_killed_controller() {
        Build build = built("approved", "main", jenkinsfile("azml/slow.yml", ""));
        site.azure().awaitJob("dev", build, "Running");
        site.restart();
        build.await("Input requested");
        assertThat(site.jenkins().busyExecutors())
                .as("executors while a person thinks")
                .isZero();

        build.answer(true);

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
        assertThat(build.artifact("azml-evidence/diabetes.json")).containsPattern("\"approver\" *: *\"\\w+");
    }

    @Test
    void a_refused_approval_ends_before_production() {
        Build build = built("refused", "main", jenkinsfile("azml/job.yml", ""));
        build.await("Input requested");

        build.answer(false);

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(build.console()).doesNotContain("(Promotion)");
    }

    @Test
    void an_older_build_does_not_promote_over_a_newer_one() {
        Job main = branch("overtaken", "main", jenkinsfile("azml/job.yml", ""));
        Build older = main.build(1).await("Input requested");
        Build newer = main.build();
        newer.await("Input requested").answer(true);
        assertThat(newer.result()).as(newer.console()).isEqualTo("SUCCESS");

        older.answer(true);

        assertThat(older.result()).as(older.console()).isEqualTo("UNSTABLE");
        assertThat(older.console()).contains("build 2 has promoted a newer one").doesNotContain("(Promotion)");
    }

    @Test
    void a_pull_request_is_trained_and_judged_and_no_more() {
        Build build = built("request", "change", jenkinsfile("azml/job.yml", "CHANGE_ID=7"));

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("(Train)", "(Evaluate)").doesNotContain("(Register)", "(Approval)");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }

    @Test
    void an_aborted_pull_request_cancels_its_job() {
        Build build = built("aborted", "change", jenkinsfile("azml/endless.yml", "CHANGE_ID=8"));
        site.azure().awaitJob("dev", build, "Running");

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    private Build built(String name, String branch, String jenkinsfile) {
        return branch(name, branch, jenkinsfile).build(1);
    }

    /** A job of its own for each, with one branch, which builds once it is found. */
    private Job branch(String name, String branch, String jenkinsfile) {
        Repository repository = site.slowProject(name);
        if (!branch.equals("main")) {
            repository.commit("The example").branch(branch);
        }
        repository.write("Jenkinsfile", jenkinsfile).commit("A pipeline");
        Multibranch job = folder.multibranch(name, site.url(name));
        job.scan();
        return job.branch(branch);
    }

    private static String jenkinsfile(String job, String variable) {
        String call = CALL.formatted(job);
        return "@Library('azml') _\n"
                + (variable.isEmpty() ? call : "withEnv(['" + variable + "']) {\n" + call + "}\n");
    }
}

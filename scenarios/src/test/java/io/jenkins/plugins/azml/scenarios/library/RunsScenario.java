package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run over several steps: named, taken up, cancelled, cut off; and the files that it leaves. */
class RunsScenario extends LibraryScenario {
    @Test
    void a_run_that_is_named_is_begun_once() throws IOException {
        RunResult result = job.of("""
                node {
                    checkout scm
                    def one = azmlTrain file: 'azml/job.yml', run: 'mine'
                    def two = azmlTrain file: 'azml/job.yml', run: 'mine'
                    echo "${one.run} ${two.run} ${one.job == two.job} ${two.status}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("mine mine true done");
        assertThat(job.jobs()).containsExactly("Completed");
    }

    @Test
    void a_run_that_has_ended_is_given_again_by_whoever_takes_it_up_or_cancels_it() throws IOException {
        RunResult result = job.of("""
                node {
                    checkout scm
                    def h = azmlTrain file: 'azml/job.yml', wait: false
                    def t = azmlResume(h)
                    def again = azmlResume(h)
                    def late = azmlCancel(h)
                    echo "${again == t} ${late.keySet().sort()} ${late.stage} ${late.status}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console())
                .contains(
                        "true [filesDownloaded, filesUploaded, job, metrics, params, reused, run, stage, status, studioUrl, tags] train done");
        assertThat(job.jobs()).containsExactly("Completed");
    }

    @Test
    void a_report_lies_where_it_was_asked_for_whoever_takes_the_run_up() throws IOException {
        trains(70.0, Duration.ofSeconds(2), 0);

        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml'
                    def h = azmlEvaluate gates: 'azml/gates.yml', job: t.job, wait: false, markdown: 'reports/early.md'
                    echo "handle ${h.keySet()}"
                    def e = azmlResume(run: h.run, junit: 'reports/verdict.xml')
                    echo "passed ${e.passed}"
                    archiveArtifacts 'reports/*'
                }
                """);

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(job.console()).contains("handle [run, step, arguments]", "passed false");
        assertThat(Files.readString(result.folder().resolve("archive/reports/verdict.xml")))
                .contains("<failure");
        assertThat(result.folder().resolve("archive/reports/early.md")).exists();
    }

    @Test
    void a_test_that_fails_leaves_its_report() throws IOException {
        job.file(
                "azml/tests.yml",
                Files.readString(job.sources().resolve("azml/tests.yml")).replace("equals: 6", "equals: 7"));

        RunResult result = job.of("""
                node {
                    checkout scm
                    def r = azmlTest tests: 'azml/tests.yml', endpoint: 'diabetes', workspace: 'prod', junit: 'tests.xml',
                        propagate: false
                    echo "${r.status} ${r.code}"
                    archiveArtifacts 'tests.xml'
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("failed TEST_FAILED");
        assertThat(Files.readString(result.folder().resolve("archive/tests.xml")))
                .contains("<failure");
    }

    @Test
    void what_a_job_leaves_is_brought_into_the_workspace() throws IOException {
        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml', download: 'out'
                    echo "${t.filesDownloaded} files, ${fileExists('out/artifacts/model/MLmodel')}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).containsPattern("[1-9] files, true");
    }

    @Test
    void nothing_is_rolled_back_where_nothing_served_before() throws IOException {
        job.of("node { azmlRollback endpoint: 'diabetes', workspace: 'prod' }");

        assertThat(error()).matches("ERROR: azmlRollback: [A-Z_]+: .*'diabetes'.*; fix: .*");
    }

    @Test
    void a_named_run_whose_azure_was_away_too_long_is_taken_up_by_the_next_try() throws IOException {
        job.awayOnceTrained(Duration.ofMinutes(70));

        RunResult result = job.of("""
                node {
                    checkout scm
                    retry(2) {
                        try {
                            azmlTrain file: 'azml/job.yml', run: 'mine'
                        } catch (hudson.AbortException away) {
                            echo "away: ${away.message}"
                            sleep 240
                            throw away
                        }
                    }
                }
                """);

        assertThat(result.result()).as(job.console()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("away: azmlTrain: UNREACHABLE: ");
        assertThat(job.jobs()).containsExactly("Completed");
    }

    @Test
    void what_is_not_waited_for_gives_a_handle_even_if_it_has_ended_already() throws IOException {
        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml'
                    def e = azmlEvaluate gates: 'azml/gates.yml', job: t.job, wait: false
                    def r = azmlRegister file: 'azml/model.yml', evaluation: e.run, wait: false
                    def s = azmlSetup folder: 'azml/setup/dev', wait: false
                    echo "${e.keySet()} ${r.keySet()} ${s.keySet()}"
                    echo "${azmlResume(e).passed} ${azmlResume(r).model.version} ${azmlResume(s).items.size() > 1}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console())
                .contains("[run, step, arguments] [run, step, arguments] [run, step, arguments]", "true 2 true");
    }
}

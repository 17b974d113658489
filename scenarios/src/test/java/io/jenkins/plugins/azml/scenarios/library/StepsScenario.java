package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.scenarios.flows.TwinJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each step: what it asks for, what comes back, what becomes of the build. */
class StepsScenario extends LibraryScenario {
    /** The classes of what each stage gives. */
    private static final String SHAPES = """
            deploy: [deployment: String, endpoint: String, model: String, run: String, stage: String, \
            status: String]
            evaluate: [candidate: String, champion: String, gates: list of [candidate: Double, difference: \
            Double, metric: String, outcome: String, reason: String, reference: Integer, rule: String], \
            passed: Boolean, reason: String, run: String, stage: String, status: String, testData: String, \
            verdict: String]
            promote: [commit: String, data: [test_data: String, training_data: String], deployment: String, \
            digest: String, endpoint: String, from: String, job: String, metrics: [r2: String, rmse: \
            String], model: String, previous: String, run: String, stage: String, status: String, to: \
            String, verdict: String]
            register: [digest: String, model: [name: String, version: String], run: String, stage: String, \
            status: String, tags: [azml.data.test_data: String, azml.data.training_data: String, \
            azml.digest: String, azml.environment: String, azml.job: String, azml.metric.r2: String, \
            azml.metric.rmse: String, azml.run: String, azml.verdict: String]]
            rollback: [deployment: String, endpoint: String, from: String, model: String, run: String, \
            stage: String, status: String]
            setup: [items: list of [effect: String, file: String, what: String], run: String, stage: String, \
            status: String]
            test: [run: String, stage: String, status: String, tests: list of [failures: list of nothing, \
            milliseconds: Integer, name: String, passed: Boolean]]
            train: [filesDownloaded: Integer, filesUploaded: Integer, job: String, metrics: [r2: Double, \
            rmse: Double], params: [], reused: Boolean, run: String, stage: String, status: String, \
            studioUrl: String, tags: [azml.data.test_data: String, azml.data.training_data: String, \
            azml.run: String]]
            """;

    @Test
    void every_stage_asks_for_its_verb_and_gives_a_plain_result() throws IOException {
        trains(50.0, Duration.ofSeconds(2), 0);
        AnswerStep look = new AnswerStep("look", all -> null, "results");

        RunResult result = job.with(look).of("""
                node {
                    checkout scm
                    def s = azmlSetup folder: ['azml/setup/dev', 'azml/setup/prod/compute.yml'], workspace: 'dev'
                    def t = azmlTrain file: 'azml/job.yml', workspace: 'dev', set: ['inputs.alpha': 0.1], logs: false
                    def e = azmlEvaluate gates: 'azml/gates.yml', job: t.job, endpoint: 'diabetes', championIn: 'prod'
                    def r = azmlRegister file: 'azml/model.yml', evaluation: e.run
                    def d = azmlDeploy file: 'azml/deployment.yml', model: r.model, endpoint: 'diabetes-staging',
                        set: [instance_count: 2, environment_variables: [A: 'b', 'C': 1]]
                    def c = azmlTest tests: 'azml/tests.yml', endpoint: d.endpoint, deployment: d.deployment,
                        junit: 'tests.xml'
                    def p = azmlPromote file: 'azml/deployment.yml', model: r.model, to: 'prod', tests: 'azml/tests.yml'
                    def b = azmlRollback endpoint: 'diabetes', workspace: 'prod', run: 'mine'
                    look([setup: s, train: t, evaluate: e, register: r, deploy: d, test: c, promote: p, rollback: b])
                    echo "rmse ${t.metrics.rmse}, ${e.verdict} ${e.passed}, version ${r.model.version}, ${t.status}, ${t.stage}"
                    archiveArtifacts 'tests.xml'
                }
                """, options -> options.durability(Durability.EVERYWHERE));

        assertThat(job.console()).contains("rmse 50.0, better true, version 2, done, train");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(shapes((Map<?, ?>) look.calls().get(0).get("results"))).isEqualTo(SHAPES);
        assertThat(Files.readString(result.folder().resolve("archive/tests.xml")))
                .contains("<testsuite");
        assertThat(job.asked().stream().map(call -> call.replaceFirst("(job|deployment)=\\S+", "$1=NAME")))
                .containsExactly(
                        "setup azml/setup/dev azml/setup/prod/compute.yml workspace=dev",
                        "train azml/job.yml no-logs set=inputs.alpha=0.1 workspace=dev",
                        "evaluate azml/gates.yml champion-in=prod endpoint=diabetes job=NAME",
                        "register azml/model.yml evaluation=RUN",
                        "deploy azml/deployment.yml endpoint=diabetes-staging model=diabetes:2 set=environment_variables.A=b"
                                + " set=environment_variables.C=1 set=instance_count=2",
                        "test azml/tests.yml deployment=NAME endpoint=diabetes-staging junit=tests.xml",
                        "promote azml/deployment.yml model=diabetes:2 tests=azml/tests.yml to=prod",
                        "rollback endpoint=diabetes workspace=prod");
    }

    private static String shapes(Map<?, ?> results) {
        StringBuilder shapes = new StringBuilder();
        new TreeMap<>(results).forEach((stage, result) -> shapes.append(stage + ": " + shape(result) + "\n"));
        return shapes.toString();
    }

    /** The keys of a map in their alphabet, and the classes of what is plain. */
    private static String shape(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + shape(entry.getValue()))
                            .toList()
                            .toString();
        }
        return value instanceof List<?> list
                ? "list of " + (list.isEmpty() ? "nothing" : shape(list.get(0)))
                : value == null ? "null" : value.getClass().getSimpleName();
    }

    @Test
    void a_job_that_is_not_waited_for_is_seen_through_outside_any_node() throws IOException {
        RunResult result = job.of("""
                def handle
                node {
                    checkout scm
                    handle = azmlTrain file: 'azml/job.yml', wait: false, node: 'built-in'
                }
                echo "${handle.keySet()} of ${handle.step}"
                def t = azmlResume(handle)
                echo "job ${t.job == null}, ${t.stage} ${t.status}"
                """, options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(job.console()).contains("[run, step, arguments] of azmlTrain", "job false, train done");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.asked()).containsExactly("train azml/job.yml no-wait", "resume");
    }

    @Test
    void a_step_outside_any_node_begins_on_one_of_its_label_where_the_build_has_checked_out() throws IOException {
        RunResult result = job.of("""
                node { checkout scm }
                def t = azmlTrain file: 'azml/job.yml', node: 'built-in'
                echo "job ${t.job == null}"
                """);

        assertThat(job.console()).contains("job false");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.jobs()).containsExactly("Completed");
    }

    @Test
    void a_failure_that_does_not_propagate_is_a_result() throws IOException {
        trains(54.0, Duration.ofSeconds(2), 1);

        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml', propagate: false
                    echo "${t.keySet().sort()} ${t.stage} ${t.status} ${t.code}"
                    echo "problem ${t.problem}"
                }
                """);

        assertThat(job.console()).contains("[code, problem, run, stage, status] train failed JOB_FAILED");
        assertThat(job.console()).containsPattern("problem JOB_FAILED: job '[^']+' .*; fix: read the job's log");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
    }

    /** Goes on with the handle {@code h} of a job that trains for a month. */
    private RunResult withALongJob(String then) throws IOException {
        trains(54.0, Duration.ofDays(30), 0);
        return job.of("""
                def h
                node {
                    checkout scm
                    h = azmlTrain file: 'azml/job.yml', wait: false, runLimit: '60d'
                }
                """ + then);
    }

    @Test
    void a_stage_that_takes_longer_than_its_timeout_is_cancelled_and_fails_with_one_line() throws IOException {
        RunResult result = withALongJob("""
                azmlResume(run: h.run, step: h.step, arguments: h.arguments + [timeout: '1s'])
                """);

        assertThat(error())
                .startsWith(
                        "ERROR: azmlTrain: TIMED_OUT: azmlTrain took longer than its timeout of 1s; its remote work is cancelled");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(job.jobs()).containsExactly("Canceled");
    }

    @Test
    void a_late_stage_that_does_not_propagate_is_a_result() throws IOException {
        RunResult result = withALongJob("""
                def t = azmlResume(run: h.run, step: h.step, arguments: h.arguments + [timeout: '1s'], propagate: false)
                echo "${t.keySet().sort()} ${t.stage} ${t.status} ${t.code}"
                echo "problem ${t.problem}"
                """);

        assertThat(job.console())
                .contains(
                        "[code, problem, run, stage, status] train failed TIMED_OUT",
                        "problem TIMED_OUT: azmlTrain took");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.jobs()).containsExactly("Canceled");
    }

    @Test
    void an_agent_that_lost_its_folder_gets_the_run_back_from_the_build() throws IOException {
        RunResult result = job.of("""
                def handle
                node { checkout scm; handle = azmlTrain file: 'azml/job.yml', wait: false; deleteDir() }
                echo azmlResume(handle).status
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.jobs()).containsExactly("Completed");
    }

    @Test
    void a_gate_makes_the_build_unstable_and_goes_on() throws IOException {
        trains(70.0, Duration.ofSeconds(2), 0);

        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml'
                    def e = azmlEvaluate gates: 'azml/gates.yml', job: t.job
                    echo "passed ${e.passed}, ${e.verdict}, ${e.status}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(job.console()).contains("passed false, worse, gate", "WARNING: azmlEvaluate: worse: rmse");
    }

    @Test
    void a_gate_that_does_not_propagate_leaves_the_build_as_it_was() throws IOException {
        trains(70.0, Duration.ofSeconds(2), 0);

        RunResult result = job.of("""
                node {
                    checkout scm
                    def t = azmlTrain file: 'azml/job.yml'
                    def e = azmlEvaluate gates: 'azml/gates.yml', job: t.job, propagate: false
                    echo "passed ${e.passed}, ${e.status}"
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("passed false, gate").doesNotContain("WARNING: ");
    }

    @Test
    void a_failure_is_one_line_with_its_fix() throws IOException {
        trains(54.0, Duration.ofSeconds(2), 1);

        RunResult result = job.of("node { checkout scm; azmlTrain file: 'azml/job.yml' }");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(error()).matches("ERROR: azmlTrain: JOB_FAILED: job '[^']+' .*; fix: read the job's log.*");
    }

    @Test
    void a_failure_is_caught_like_any_other() throws IOException {
        trains(54.0, Duration.ofSeconds(2), 1);

        RunResult result = job.of("""
                node {
                    checkout scm
                    catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE') { azmlTrain file: 'azml/job.yml' }
                    try {
                        azmlTrain file: 'azml/job.yml'
                    } catch (hudson.AbortException failure) {
                        echo "caught ${failure.message}"
                    }
                }
                """);

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(job.console()).containsPattern("caught azmlTrain: JOB_FAILED: .*; fix: read");
        assertThat(job.jobs()).containsExactly("Failed", "Failed");
    }

    @Test
    void a_failed_job_is_trained_anew_where_it_is_tried_again() throws IOException {
        trains(54.0, Duration.ofSeconds(2), 1);

        RunResult result = job.of("node { checkout scm; retry(2) { azmlTrain file: 'azml/job.yml' } }");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(job.jobs()).containsExactly("Failed", "Failed");
    }

    @Test
    void two_branches_train_a_job_each() throws IOException {
        RunResult result = job.of("""
                node {
                    checkout scm
                    parallel(
                        one: { echo "one ${azmlTrain(file: 'azml/job.yml', set: ['inputs.alpha': 1]).params}" },
                        two: { echo "two ${azmlTrain(file: 'azml/job.yml', set: ['inputs.alpha': 2]).params}" })
                }
                """, options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.jobs()).containsExactly("Completed", "Completed");
    }

    @Test
    void a_mistake_in_a_file_is_told_with_its_place() throws IOException {
        job.file("azml/job.yml", "type: command\ncomand: python train.py\n");

        job.of("node { checkout scm; azmlTrain file: 'azml/job.yml' }");

        assertThat(error())
                .startsWith("ERROR: azmlTrain: INVALID_FILE: ")
                .contains(
                        "azml/job.yml:2:1: a command job has no key 'comand'; did you mean 'command'? (and 1 more, above); fix: mend the file");
    }

    @Test
    void a_cancelled_run_aborts_the_build() throws IOException {
        trains(54.0, Duration.ofDays(30), 0);

        RunResult result = job.of("""
                def h
                node { checkout scm; h = azmlTrain file: 'azml/job.yml', wait: false }
                def c = azmlCancel(h)
                echo "${c.keySet().sort()} ${c.stage} ${c.status}"
                azmlResume(h)
                """);

        assertThat(job.console()).contains("[run, stage, status] train cancelled");
        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(job.jobs()).containsExactly("Canceled");
    }

    @Test
    void an_aborted_build_cancels_the_work_of_the_step_it_waits_in() throws IOException {
        trains(54.0, Duration.ofDays(30), 0);

        RunResult result = job.of(
                "def h\nnode { checkout scm; h = azmlTrain file: 'azml/job.yml', wait: false }\nazmlResume(h)",
                LibraryScenario::aborted);

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(job.jobs()).containsExactly("Canceled");
    }

    @Test
    void what_a_value_is_called_is_never_an_option() throws IOException {
        job.of(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', set: ['inputs.alpha': '$(id) `id` \\\\ \"'], workspace: '--debug' }");

        assertThat(job.asked())
                .containsExactly("train azml/job.yml set=inputs.alpha=$(id) `id` \\ \" workspace=--debug");
        assertThat(error()).startsWith("ERROR: azmlTrain: ").contains("'--debug'");
    }

    @Test
    void a_credential_is_in_no_record_of_a_build_and_not_in_its_console() throws IOException {
        job.signedOut();

        RunResult result = job.of("""
                def h
                node {
                    checkout scm
                    h = azmlTrain file: 'azml/job.yml', workspace: 'dev', credentialsId: 'azure', wait: false
                    archiveArtifacts artifacts: '**', excludes: 'data/**'
                }
                echo "got ${azmlResume(h)}"
                """, options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.console()).contains("got [").doesNotContain(TwinJob.SECRET);
        try (Stream<Path> files = Files.walk(job.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TwinJob.SECRET);
            }
        }
    }
}

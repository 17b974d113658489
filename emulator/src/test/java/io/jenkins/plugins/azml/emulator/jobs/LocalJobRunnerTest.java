package io.jenkins.plugins.azml.emulator.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.real.RealParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalJobRunnerTest {
    private static final Container CONTAINER = new Container("dev", "data");
    private static final String CONDA = "dependencies: [{pip: [six==1.17.0]}]";

    @TempDir
    private Path folder;

    private final BlobStore blobs = RealParts.blobs();
    private final RecordingJobListener listener = new RecordingJobListener();
    private JobRunner runner;

    @BeforeEach
    void startRunner() {
        blobs.createContainer(CONTAINER);
        runner = new LocalJobRunner(folder.resolve("jobs"), 1, blobs, RealParts.pythonHost(folder));
    }

    @AfterEach
    void stopRunner() {
        runner.close();
    }

    @Test
    void a_job_runs_its_code_on_its_inputs_and_leaves_its_outputs() {
        put("code/train.py", """
                import os, sys, six
                source, alpha, target = sys.argv[1:]
                print("read", open(source + "/sub/a.csv").read(), alpha, os.environ["AZUREML_RUN_ID"])
                os.makedirs(target, exist_ok=True)
                open(target + "/weights", "w").write("w" * 3)
                open("outputs/metrics.txt", "w").write("m")
                """);
        put("assets/patients/sub/a.csv", "1,2");

        runner.submit(
                plan("j1", "python train.py ${{inputs.data}} ${{inputs.alpha}} ${{outputs.model}}")
                        .with(Map.of(
                                "data", new JobInput.Data(at("assets/patients"), "uri_folder"),
                                "alpha", new JobInput.Literal("0.1")))
                        .build(),
                listener);

        assertThat(listener.outcome()).as(listener.log()).isEqualTo(new JobOutcome.Completed());
        assertThat(listener.log()).contains("read 1,2 0.1 j1\n");
        assertThat(listener.statuses())
                .containsExactly(JobStatus.Queued, JobStatus.Preparing, JobStatus.Running, JobStatus.Finalizing);
        assertThat(blobs.list(CONTAINER, "runs/j1"))
                .extracting(BlobItem::name)
                .containsExactly("runs/j1/outputs/metrics.txt");
        assertThat(blobs.read(CONTAINER, "named/j1/model/weights")).hasValue("www".getBytes(UTF_8));
    }

    @Test
    void a_file_is_an_input_too() {
        put("assets/one.csv", "1");

        runner.submit(
                plan("j1", "cat ${{inputs.data}}; basename $AZURE_ML_INPUT_data")
                        .with(Map.of("data", new JobInput.Data(at("assets/one.csv"), "uri_file")))
                        .build(),
                listener);

        assertThat(listener.outcome()).isEqualTo(new JobOutcome.Completed());
        assertThat(listener.log()).endsWith("1one.csv\n");
    }

    @Test
    void a_job_sees_none_of_the_emulators_environment_but_its_own_home() {
        runner.submit(plan("j1", "env | cut -d= -f1; echo home=$HOME").build(), listener);

        assertThat(listener.outcome()).isEqualTo(new JobOutcome.Completed());
        assertThat(listener.log().lines().filter(line -> !line.startsWith("home=")))
                .allMatch(name -> name.matches("AZUREML_.*|AZURE_ML_.*|AZML_EMULATOR_CHILD|PATH|LANG|LANGUAGE|LC_ALL"
                        + "|LC_CTYPE|TZ|HOME|TMPDIR|PWD|SHLVL|_|VIRTUAL_ENV|PYTHONUNBUFFERED|COLOUR"))
                .contains("COLOUR");
        assertThat(listener.log()).contains("home=" + folder.resolve("jobs"));
    }

    @Test
    void a_script_that_fails_is_named_with_its_exit_code_and_last_lines_and_its_outputs_are_kept() {
        runner.submit(
                plan("j1", "echo kept > outputs/kept.txt; echo ValueError: no; exit 7")
                        .build(),
                listener);

        assertThat(listener.outcome())
                .isEqualTo(new JobOutcome.Failed(
                        "UserError",
                        "Execution failed. User process 'echo' exited with status code 7. Please check log file "
                                + "'user_logs/std_log.txt' for error details. Error: ValueError: no"));
        assertThat(blobs.read(CONTAINER, "runs/j1/outputs/kept.txt")).isPresent();
    }

    @Test
    void a_missing_input_ends_the_job_before_it_starts() {
        runner.submit(
                plan("j1", "echo ${{inputs.data}}")
                        .with(Map.of("data", new JobInput.Data(at("assets/none"), "uri_folder")))
                        .build(),
                listener);

        assertThat(listener.outcome())
                .isEqualTo(new JobOutcome.Failed(
                        "UserError", "input 'data': no data at 'assets/none' in container 'data'"));
    }

    @Test
    void an_environment_that_cannot_be_made_ends_the_job_and_is_named() {
        runner.submit(plan("j1", "true").conda("dependencies: [cudatoolkit]").build(), listener);

        assertThat(listener.outcome()).isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("ImageBuildFailure");
            assertThat(failed.message()).startsWith("environment software:1: conda package 'cudatoolkit'");
        });
    }

    @Test
    void a_job_longer_than_its_limit_fails() {
        runner.submit(plan("j1", "sleep 600").timeout(Duration.ofSeconds(1)).build(), listener);

        assertThat(listener.outcome())
                .isEqualTo(new JobOutcome.Failed("UserError", "the job ran longer than its limit of 1 s"));
    }

    @Test
    void a_running_job_is_cancelled_with_everything_it_started() {
        runner.submit(plan("j1", "setsid sleep 600 & echo started; sleep 600").build(), listener);
        listener.awaitFirstLog();

        runner.cancel(new JobKey("dev", "j1"));

        assertThat(listener.outcome()).isEqualTo(new JobOutcome.Canceled());
    }

    @Test
    void a_job_waits_for_its_place_and_may_be_cancelled_there() {
        var second = new RecordingJobListener();
        runner.submit(plan("j1", "echo started; sleep 600").build(), listener);
        listener.awaitFirstLog();
        runner.submit(plan("j2", "true").build(), second);

        runner.cancel(new JobKey("dev", "j2"));

        assertThat(second.outcome()).isEqualTo(new JobOutcome.Canceled());
        assertThat(second.statuses()).doesNotContain(JobStatus.Preparing);
        assertThat(listener.isOver()).isFalse();
    }

    @Test
    void a_closed_runner_ends_its_jobs_and_tells_nobody() {
        runner.submit(plan("j1", "echo started; sleep 600").build(), listener);
        listener.awaitFirstLog();

        runner.close();

        assertThat(listener.isOver()).isFalse();
    }

    @Test
    void a_blob_whose_name_leads_out_of_the_folder_is_not_written() {
        put("code/../../../escaped", "x");

        runner.submit(plan("j1", "true").build(), listener);

        assertThat(listener.outcome()).isInstanceOf(JobOutcome.Failed.class);
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    private void put(String blob, String content) {
        blobs.put(CONTAINER, blob, content.getBytes(UTF_8));
    }

    private static BlobLocation at(String path) {
        return new BlobLocation(CONTAINER, path);
    }

    private static Builder plan(String name, String command) {
        return new Builder(name, command, Map.of(), CONDA, Optional.empty());
    }

    private record Builder(
            String name, String command, Map<String, JobInput> inputs, String conda, Optional<Duration> limit) {
        Builder with(Map<String, JobInput> other) {
            return new Builder(name, command, other, conda, limit);
        }

        Builder conda(String other) {
            return new Builder(name, command, inputs, other, limit);
        }

        Builder timeout(Duration other) {
            return new Builder(name, command, inputs, conda, Optional.of(other));
        }

        JobPlan build() {
            return new JobPlan(
                    new JobKey("dev", name),
                    "an experiment",
                    command,
                    Optional.of(at("code")),
                    new SoftwareEnvironment("software", "1", "an image", Optional.of(conda)),
                    inputs,
                    Map.of("model", new JobOutput(at("named/" + name + "/model"), "uri_folder")),
                    Map.of("COLOUR", "blue"),
                    Map.of(),
                    at("runs/" + name),
                    limit);
        }
    }
}

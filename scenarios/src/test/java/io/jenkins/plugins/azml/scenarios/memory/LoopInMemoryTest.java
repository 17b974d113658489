package io.jenkins.plugins.azml.scenarios.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.faults.Effects;
import io.jenkins.plugins.azml.emulator.faults.Fault;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.evaluate.Champion;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.gate.Decision;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.setup.SetupState;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.train.JobOutputs;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's loop, clean, on the emulator in memory. */
class LoopInMemoryTest {
    private static final Path EXAMPLE = Path.of("../examples/diabetes/azml");

    private final MemoryAzure azure = new MemoryAzure(1);
    private final MemoryStates states = new MemoryStates();
    private final List<Event> told = new ArrayList<>();
    private final Workspace dev = azure.workspace("dev");

    @BeforeEach
    void setUpDev() throws IOException {
        azure.emulator.jobs().script(plan -> script(0));
        see("setup-dev", new SetupStage(dev, specs("setup/dev")), SetupStage.CODEC, SetupStage.first());
    }

    @AfterEach
    void close() {
        azure.close();
    }

    private static JobScript script(int exit) {
        return new JobScript(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                List.of("one", "two", "three"),
                Map.of("rmse", 55.2, "r2", 0.5),
                Map.of("alpha", "1.0"),
                Map.of("model/MLmodel", "2", "model/model.skops", "x"),
                exit);
    }

    private static List<Spec> specs(String folder) throws IOException {
        try (var files = Files.list(EXAMPLE.resolve(folder))) {
            return files.sorted()
                    .map(file -> Specs.read(file, Overrides.none()))
                    .sorted(java.util.Comparator.comparing(spec -> spec.kind().ordinal()))
                    .toList();
        }
    }

    private <S, R> R see(String run, Stage<S, R> stage, StateCodec<S> codec, S first) {
        var advancer = new Advancer<>(
                stage,
                codec,
                new RunId(run),
                new Advancer.Surroundings(
                        states,
                        told::add,
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(first);
        return new PlainHost(azure.emulator.clock()::advance).run(advancer);
    }

    private TrainRequest training(String run) {
        return new TrainRequest(
                new RunId(run),
                (CommandJob) Specs.read(EXAMPLE.resolve("job.yml"), Overrides.none()),
                "diabetes",
                TrainRequest.Stamp.none(),
                TrainRequest.Limits.usual(),
                true);
    }

    private io.jenkins.plugins.azml.engine.train.Trained train(String run) {
        TrainRequest request = training(run);
        return see(run, new TrainStage(dev, request), TrainStage.CODEC, TrainStage.first(request));
    }

    @Test
    void what_is_set_up_already_is_not_written_again() throws IOException {
        long ledger = azure.emulator.ledger().size();

        var result = see("setup-again", new SetupStage(dev, specs("setup/dev")), SetupStage.CODEC, SetupStage.first());

        assertThat(result.count(SetupState.Effect.UNCHANGED)).isEqualTo(5);
        assertThat(azure.emulator.ledger().stream().skip(ledger).map(Object::toString))
                .noneMatch(entry -> entry.contains("CreateOrUpdate"));
    }

    @Test
    void a_job_is_trained_and_what_it_logged_is_read_as_numbers() {
        var trained = train("train-1");

        assertThat(trained.metrics()).isEqualTo(Map.of("rmse", 55.2, "r2", 0.5));
        assertThat(trained.tags())
                .containsEntry("azml.data.test_data", "diabetes-test:1")
                .containsEntry("azml.run", "train-1");
        assertThat(told)
                .containsSubsequence(new Event.LogLine("one"), new Event.LogLine("two"), new Event.LogLine("three"));
    }

    @Test
    void an_unchanged_second_submission_takes_two_requests_and_uploads_nothing() {
        train("train-1");
        long before = azure.emulator.requests().size();
        TrainRequest request = training("train-2");
        var stage = new TrainStage(azure.workspace("dev"), request);
        var advancer = new Advancer<>(
                stage,
                TrainStage.CODEC,
                request.run(),
                new Advancer.Surroundings(
                        states,
                        told::add,
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(TrainStage.first(request));

        new PlainHost(azure.emulator.clock()::advance).runUntilHandedOver(advancer);

        var requests = azure.emulator.requests().stream().skip(before).toList();
        System.out.println("an unchanged second submission: " + requests.size() + " requests");
        assertThat(requests).hasSize(2);
    }

    @Test
    void a_training_that_is_cancelled_while_nobody_knows_whether_it_was_submitted_leaves_no_running_job() {
        azure.emulator.faults().add(Fault.next("Jobs_CreateOrUpdate", "lose", Effects.lose()));
        TrainRequest request = training("train-1");
        var advancer = new Advancer<>(
                new TrainStage(dev, request),
                TrainStage.CODEC,
                request.run(),
                new Advancer.Surroundings(
                        states,
                        told::add,
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(TrainStage.first(request));
        while (told.stream().noneMatch(Event.Repeats.class::isInstance)) {
            advancer.step();
        }
        advancer.requestCancel();

        assertThatThrownBy(() -> new PlainHost(azure.emulator.clock()::advance).run(advancer))
                .hasMessage("job 'train-1' was cancelled");
        assertThat(dev.jobs().find("train-1"))
                .hasValueSatisfying(job -> assertThat(job.status()).isEqualTo(JobStatus.CANCELED));
    }

    @Test
    void a_candidate_is_judged_by_the_gates_and_registered_with_its_lineage() {
        train("train-1");

        var verdict = see(
                "evaluate-1",
                new EvaluateStage(
                        dev,
                        new EvaluateStage.Request(
                                "train-1",
                                GatesFile.read(EXAMPLE.resolve("gates.yml")),
                                new Champion(azure.workspace("prod"), "diabetes"),
                                "test_data")),
                EvaluateStage.CODEC,
                EvaluateStage.first());
        assertThat(verdict.decision()).isEqualTo(Decision.BETTER);

        var registered = see(
                "register-1",
                new RegisterStage(
                        dev,
                        new RegisterRequest(
                                new RunId("register-1"),
                                "diabetes",
                                "mlflow_model",
                                "train-1",
                                "model",
                                "",
                                Map.of(),
                                "better")),
                RegisterStage.CODEC,
                RegisterStage.first());
        assertThat(registered.model()).hasToString("diabetes:1");
        assertThat(registered.tags())
                .containsEntry("azml.job", "train-1")
                .containsEntry("azml.verdict", "better")
                .containsEntry("azml.metric.rmse", "55.2")
                .containsEntry("azml.digest", registered.digest())
                .containsEntry("azml.data.training_data", "diabetes-train:1");
    }

    @Test
    void what_a_job_left_is_downloaded_as_files(@TempDir Path folder) {
        train("train-1");

        int files = new JobOutputs(dev).download("train-1", folder);

        assertThat(files).isEqualTo(3);
        assertThat(folder.resolve("artifacts/model/MLmodel")).hasContent("2");
        assertThat(folder.resolve("artifacts/user_logs/std_log.txt")).hasContent("one\ntwo\nthree");
    }

    @Test
    void a_script_that_fails_ends_the_stage_with_its_reason() {
        azure.emulator.jobs().script(plan -> script(1));

        assertThatThrownBy(() -> train("train-1")).hasMessageStartingWith("job 'train-1' ended as Failed: ");
    }

    @Test
    void an_unknown_compute_is_named() {
        TrainRequest known = training("train-1");
        TrainRequest request = new TrainRequest(
                known.run(),
                (CommandJob)
                        Specs.read(EXAMPLE.resolve("job.yml"), new Overrides(Map.of("compute", "azureml:gpu-small"))),
                "diabetes",
                known.stamp(),
                known.limits(),
                true);

        assertThatThrownBy(
                        () -> see("train-1", new TrainStage(dev, request), TrainStage.CODEC, TrainStage.first(request)))
                .hasMessageStartingWith("compute 'gpu-small' does not exist in workspace 'dev'");
    }
}

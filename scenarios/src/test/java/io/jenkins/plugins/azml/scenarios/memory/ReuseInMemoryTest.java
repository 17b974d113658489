package io.jenkins.plugins.azml.scenarios.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.train.TrainState;
import io.jenkins.plugins.azml.engine.train.Trained;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a job that has completed stands for a new one. */
class ReuseInMemoryTest {
    private static final Path EXAMPLE = Path.of("../examples/diabetes/azml");

    @TempDir
    private Path folder;

    private final MemoryAzure azure = new MemoryAzure(1);
    private final Workspace dev = azure.workspace("dev");

    @BeforeEach
    void setUpDev() throws IOException {
        jobsEndWith(0);
        try (var files = Files.list(EXAMPLE.resolve("setup/dev"))) {
            List<Spec> specs = files.map(file -> Specs.read(file, Overrides.none()))
                    .sorted(Comparator.comparing(spec -> spec.kind().ordinal()))
                    .toList();
            new PlainHost(azure.emulator.clock()::advance)
                    .run(begun("setup", new SetupStage(dev, specs), SetupStage.CODEC, SetupStage.first()));
        }
    }

    @AfterEach
    void close() {
        azure.close();
    }

    private void jobsEndWith(int status) {
        azure.emulator
                .jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        List.of("one"),
                        Map.of("rmse", 55.2),
                        Map.of(),
                        Map.of("model/MLmodel", "2"),
                        status));
    }

    private <S, R> Advancer<S, R> begun(String run, Stage<S, R> stage, StateCodec<S> codec, S first) {
        var advancer = new Advancer<>(
                stage,
                codec,
                new RunId(run),
                new Advancer.Surroundings(
                        new MemoryStates(),
                        event -> {},
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(first);
        return advancer;
    }

    private Advancer<TrainState, Trained> training(String run, boolean reuse, String alpha) {
        return training(EXAMPLE.resolve("job.yml"), run, reuse, alpha);
    }

    private Advancer<TrainState, Trained> training(Path file, String run, boolean reuse, String alpha) {
        TrainRequest request = new TrainRequest(
                new RunId(run),
                (CommandJob) Specs.read(file, new Overrides(Map.of("inputs.alpha", alpha))),
                "diabetes",
                TrainRequest.Stamp.none(),
                TrainRequest.Limits.usual(),
                true,
                reuse);
        return begun(run, new TrainStage(dev, request), TrainStage.CODEC, TrainStage.first(request));
    }

    private Trained train(String run, boolean reuse, String alpha) {
        return new PlainHost(azure.emulator.clock()::advance).run(training(run, reuse, alpha));
    }

    @Test
    void a_completed_job_of_the_same_content_is_taken_with_its_figures_and_nothing_is_submitted() {
        train("first", true, "1.0");
        long before = azure.emulator.ledger().size();

        Trained second = train("second", true, "1.0");

        assertThat(second.job()).isEqualTo("first");
        assertThat(second.metrics()).isEqualTo(Map.of("rmse", 55.2));
        assertThat(dev.jobs().find("second")).isEmpty();
        assertThat(azure.emulator.ledger()).hasSize((int) before);
    }

    @Test
    void runs_at_once_whose_same_code_lies_in_folders_of_other_names_have_a_job_each() throws IOException {
        String job = Files.readString(EXAMPLE.resolve("job.yml")).replace("code: ../src", "code: .");
        Path one = Files.writeString(Files.createDirectory(folder.resolve("ws")).resolve("job.yml"), job);
        Path two =
                Files.writeString(Files.createDirectory(folder.resolve("ws@2")).resolve("job.yml"), job);
        List<Advancer<TrainState, Trained>> runs =
                List.of(training(one, "one", true, "1.0"), training(two, "two", true, "1.0"));

        while (runs.stream().anyMatch(run -> !run.handedOver())) {
            runs.forEach(Advancer::step);
        }

        assertThat(dev.jobs().find("one")).isPresent();
        assertThat(dev.jobs().find("two")).isPresent();
    }

    @Test
    void a_third_run_takes_the_job_that_the_second_took() {
        train("first", true, "1.0");
        train("second", true, "1.0");

        assertThat(train("third", true, "1.0").job()).isEqualTo("first");
    }

    @Test
    void another_parameter_is_another_job() {
        train("first", true, "1.0");

        assertThat(train("second", true, "2.0").job()).isEqualTo("second");
    }

    @Test
    void who_does_not_ask_for_a_reuse_gets_a_job() {
        train("first", true, "1.0");

        assertThat(train("second", false, "1.0").job()).isEqualTo("second");
    }

    @Test
    void a_job_that_failed_is_not_taken() {
        jobsEndWith(1);
        assertThatThrownBy(() -> train("first", true, "1.0")).hasMessageContaining("ended as Failed");
        jobsEndWith(0);

        assertThat(train("second", true, "1.0").job()).isEqualTo("second");
    }

    @Test
    void a_job_that_still_runs_is_not_taken() {
        new PlainHost(azure.emulator.clock()::advance).runUntilHandedOver(training("first", true, "1.0"));

        assertThat(train("second", true, "1.0").job()).isEqualTo("second");
    }
}

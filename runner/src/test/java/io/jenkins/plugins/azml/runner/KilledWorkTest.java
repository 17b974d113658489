package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step does on another thread when the runner is ended. */
class KilledWorkTest {
    @TempDir
    private Path folder;

    @Test
    void a_run_that_is_ended_leaves_no_work_behind_that_whoever_resumes_it_could_meet() throws IOException {
        Work work = new Work();
        RunOptions options = RunOptions.of(Files.writeString(folder.resolve("Jenkinsfile"), "work()"))
                .home(folder.resolve("home"))
                .durability(Durability.KEPT)
                .killAt(1)
                .steps(List.of(work))
                .build();

        assertThatThrownBy(() -> new Runner(options, text -> {}, (question, approved) -> {}).run())
                .hasCauseInstanceOf(ProgramKilled.class);

        assertThat(work.begun).isTrue();
        assertThat(work.ended).isTrue();
    }

    /** Works until it is interrupted, and then a little longer. */
    private static final class Work extends SuspendingStep {
        private volatile boolean begun;
        private volatile boolean ended;

        Work() {
            super(StepSignature.of("work", "Work"));
        }

        @Override
        protected @Nullable Object run(StepArguments arguments, StepContext context) {
            begun = true;
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                ended = LongStream.range(0, 300_000_000).map(each -> each % 2).sum() > 0;
            }
            return null;
        }
    }
}

package io.jenkins.plugins.azml.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.agent.Capture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRunTest {
    @Test
    void a_run_that_waits_keeps_no_text_of_its_files(@TempDir Path build) {
        Capture capture = new Capture(
                "/w", List.of("job.yml"), Map.of("job.yml", "x".repeat(100_000)), List.of(), List.of(), null);
        SavedCall call = new SavedCall(
                "run-1", "train", "azmlTrain", Instant.EPOCH, Map.of("workspace", "dev"), null, "{}", capture);
        BuildRuns runs = new BuildRuns(build.toFile());
        runs.save(new RunId("run-1"), call);

        LiveRun run = new LiveRun(new RunId("run-1"), runs, call, mock(Seat.class), () -> Instant.EPOCH);

        assertThat(run.saved().capture()).isEqualTo(Capture.none());
        assertThat(run.capture()).isEqualTo(capture);
    }
}

package io.jenkins.plugins.azml.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.Configured;
import io.jenkins.plugins.azml.plugin.MemoryTransport;
import io.jenkins.plugins.azml.plugin.Pump;
import io.jenkins.plugins.azml.plugin.agent.Capture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.util.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a workspace's host is let go, and when it is not. */
class HostsTest {
    @TempDir
    private Path folder;

    private final InMemoryEmulator emulator = Emulator.inMemory(1);
    private final List<Boolean> locked = new ArrayList<>();
    private final List<ProblemException> failures = new ArrayList<>();

    /** Notes whether a beat could come between when work is handed to it. */
    private final Pump pump = new Pump() {
        @Override
        public void execute(Runnable command) {
            locked.add(Thread.holdsLock(Hosts.get()));
            super.execute(command);
        }
    };

    @BeforeEach
    void prepare() {
        Configured.to(emulator, "robot");
        Timer.use(pump);
        HostsOfTest.use(new MemoryTransport(emulator), emulator.clock(), pump);
    }

    @AfterEach
    void end() {
        emulator.close();
    }

    private LiveRun run(String name) {
        BuildRuns runs = new BuildRuns(folder.toFile());
        SavedCall call = new SavedCall(
                name,
                "setup",
                "azmlSetup",
                Instant.EPOCH,
                Map.of("workspace", "dev"),
                null,
                "{\"files\": [\"compute.yml\"]}",
                new Capture(
                        "/w",
                        List.of("compute.yml"),
                        Map.of("compute.yml", "name: cpu\ntype: amlcompute\nsize: Standard_DS3_v2\n"),
                        List.of(),
                        List.of(),
                        null));
        runs.save(new RunId(name), call);
        return new LiveRun(new RunId(name), runs, call, seat(), emulator.clock());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Seat seat() {
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("team/train");
        Run<?, ?> build = mock(Run.class);
        when(((Run) build).getParent()).thenReturn(job);
        Seat seat = mock(Seat.class);
        when(seat.build()).thenReturn((Run) build);
        when(seat.waits()).thenReturn(true);
        doAnswer(call -> failures.add(call.getArgument(0))).when(seat).failed(any());
        return seat;
    }

    private void beat() {
        pump.run();
        emulator.clock().advance(pump.next());
        pump.run();
    }

    @Test
    void no_beat_lets_a_host_go_between_its_opening_and_its_first_run() {
        Hosts.get().take(run("first"));

        assertThat(locked).containsExactly(true);
        assertThat(Hosts.get().held()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_cancelled_before_it_is_taken_ends_so_though_a_beat_comes_between() {
        LiveRun cancelled = run("cancelled");
        Hosts.get().take(run("other"));

        Hosts.get().cancel(cancelled);
        for (int beat = 0; beat < 100; beat++) {
            beat();
        }
        assertThat(Hosts.get().held()).isZero();
        Hosts.get().take(cancelled);
        pump.run();

        assertThat(failures)
                .singleElement()
                .extracting(failure -> failure.problem().code())
                .isEqualTo(ProblemCode.CANCELLED);
    }
}

package io.jenkins.plugins.azml.emulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedProcessTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    private Path folder;

    private Children children;
    private final TailOutput output = new TailOutput(1 << 20);

    @BeforeEach
    void makeChildren() {
        children = new Children(folder.resolve("children"));
    }

    @Test
    void output_and_error_arrive_together_with_the_exit_code() {
        var result = start("echo out; echo err >&2; exit 3").await();

        assertThat(result).isEqualTo(new BoundedProcess.Result(BoundedProcess.End.EXITED, 3));
        assertThat(output.text()).isEqualTo("out\nerr\n");
    }

    @Test
    void a_child_sees_its_folder_and_nothing_of_the_parents_environment() {
        start("pwd; env | cut -d= -f1 | sort").await();

        assertThat(output.text().lines().toList()).first().isEqualTo(folder.toString());
        assertThat(output.text().lines().skip(1)).isSubsetOf("A", "AZML_EMULATOR_CHILD", "PATH", "PWD", "SHLVL", "_");
    }

    @Test
    void output_beyond_the_limit_is_dropped_and_said() {
        var command = command("head -c 100000 /dev/zero | tr '\\0' x").withOutputLimit(10);

        BoundedProcess.start(command, children, output).await();

        assertThat(output.text()).isEqualTo("xxxxxxxxxx\n[output beyond 10 bytes is dropped]\n");
    }

    @Test
    void a_process_whose_time_is_over_is_ended() {
        var command = command("echo begun; sleep 600").within(Duration.ofMillis(200));

        var result = BoundedProcess.start(command, children, output).await();

        assertThat(result.end()).isEqualTo(BoundedProcess.End.TIMED_OUT);
    }

    @Test
    void cancelling_ends_a_process_that_ignores_the_request() {
        var ready = new CompletableFuture<byte[]>();
        var process = BoundedProcess.start(
                command("trap '' TERM; echo ready; while :; do sleep 1; done"), children, ready::complete);
        ready.join();

        process.cancel(AT_ONCE);

        assertThat(process.await().end()).isEqualTo(BoundedProcess.End.CANCELLED);
    }

    @Test
    void a_process_is_asked_to_end_once_and_has_its_grace_to_save() {
        var ready = new CompletableFuture<byte[]>();
        var saving =
                "saving() { trap - TERM; sleep 0.3; echo saved; exit; }; trap saving TERM; echo ready; while :; do sleep 0.1; done";
        var process = BoundedProcess.start(command(saving), children, bytes -> {
            ready.complete(bytes);
            output.write(bytes);
        });
        ready.join();

        process.cancel(Duration.ofSeconds(20));

        assertThat(process.await().exitCode()).isZero();
        assertThat(output.text().lines()).contains("saved");
    }

    @Test
    void a_daemon_in_its_own_session_ends_with_the_process_that_made_it() {
        start("setsid sleep 600 >/dev/null 2>&1 & echo $!").await();

        String daemon = output.text().strip();
        assertThat(stateOf(daemon))
                .satisfiesAnyOf(
                        state -> assertThat(state).isEmpty(),
                        state -> assertThat(state).startsWith("Z"));
    }

    @Test
    void a_missing_program_is_named() {
        var command = Command.of("nothing", List.of("sh"), folder.resolve("missing"), Map.of());

        assertThatThrownBy(() -> BoundedProcess.start(command, children, output))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot start nothing");
    }

    @Test
    void what_a_killed_emulator_left_behind_is_ended_by_the_next() throws IOException {
        var ready = new CompletableFuture<byte[]>();
        var orphan =
                BoundedProcess.start(command("setsid sleep 600 & echo ready; sleep 600"), children, ready::complete);
        ready.join();

        var ended = new Children(folder.resolve("children")).endOrphans(AT_ONCE);

        assertThat(ended).containsExactly("shell");
        assertThat(orphan.await().exitCode()).isNotZero();
        try (var left = Files.list(folder.resolve("children"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_process_that_only_has_the_pid_of_an_old_child_is_left_alone() throws IOException {
        var ready = new CompletableFuture<byte[]>();
        try (var stranger = BoundedProcess.start(
                command("echo ready; sleep 600"), new Children(folder.resolve("other")), ready::complete)) {
            ready.join();
            Files.createDirectories(folder.resolve("children"));
            Files.write(
                    folder.resolve("children").resolve(stranger.pid() + ".child"),
                    List.of("2020-01-01T00:00:00Z", "gone.1.", "old"));

            children.endOrphans(AT_ONCE);

            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void a_child_that_is_over_is_forgotten() throws IOException {
        start("true").close();

        try (var left = Files.list(folder.resolve("children"))) {
            assertThat(left).isEmpty();
        }
    }

    private String stateOf(String pid) {
        var state = new TailOutput(100);
        BoundedProcess.start(command("ps -o stat= -p " + pid), children, state).await();
        return state.text().strip();
    }

    private BoundedProcess start(String script) {
        return BoundedProcess.start(command(script), children, output);
    }

    private Command command(String script) {
        return Command.of(
                "shell", List.of("/bin/bash", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin", "A", "1"));
    }
}

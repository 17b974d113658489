package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a script's end that was seen, but was not saved when the runner was killed. */
class KilledShellTest {
    /** Runs until it is let go. */
    private static final String SCRIPT = "until [ -e go ]; do sleep 0.1; done";

    @TempDir
    private Path folder;

    private final StringBuffer console = new StringBuffer();

    @Test
    void the_status_of_a_script_that_is_cleared_away_is_minus_one_as_on_jenkins() throws IOException {
        RunResult result = resumedWithoutTheScript("""
                node { echo "it ended with ${sh(script: '%s', returnStatus: true)}" }
                """);

        assertThat(console).contains("it ended with -1");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void the_output_of_a_script_that_is_cleared_away_is_a_failure_in_one_line() throws IOException {
        RunResult result = resumedWithoutTheScript("""
                node { echo sh(script: '%s', returnStdout: true) }
                """);

        assertThat(console).contains("ERROR: script returned exit code -1");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
    }

    private RunResult resumedWithoutTheScript(String script) throws IOException {
        Path jenkinsfile = Files.writeString(folder.resolve("Jenkinsfile"), script.formatted(SCRIPT));
        RunOptions.Builder options =
                RunOptions.of(jenkinsfile).home(folder.resolve("home")).job("killed");
        Optional<RunResult> ended = life(options.killAt(1).durability(Durability.KEPT), Runner::run);
        while (ended.isEmpty() && control().isEmpty()) {
            ended = life(options, Runner::resume);
        }
        Trees.delete(control().orElseThrow());
        Files.createFile(folder.resolve("home/workspace/killed/go"));
        return life(options.killAt(0), Runner::resume).orElseThrow();
    }

    private Optional<Path> control() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith("durable-"))
                    .findFirst();
        }
    }

    private Optional<RunResult> life(RunOptions.Builder options, Function<Runner, RunResult> how) {
        try {
            return Optional.of(how.apply(new Runner(options.build(), console::append, (question, approved) -> {})));
        } catch (RunException ended) {
            assertThat(ended).hasCauseInstanceOf(ProgramKilled.class);
            return Optional.empty();
        }
    }
}

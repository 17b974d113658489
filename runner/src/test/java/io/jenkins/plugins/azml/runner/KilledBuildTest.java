package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build keeps of itself when the runner is ended. */
class KilledBuildTest {
    @TempDir
    private Path folder;

    private final StringBuffer console = new StringBuffer();

    private Runner runner(int killAt) throws IOException {
        return runner(Durability.KEPT, killAt, """
                long began = currentBuild.startTimeInMillis
                sleep time: 1, unit: 'MILLISECONDS'
                echo "began anew: ${began != currentBuild.startTimeInMillis}"
                """);
    }

    private Runner runner(Durability durability, int killAt, String script) throws IOException {
        RunOptions options = RunOptions.of(Files.writeString(folder.resolve("Jenkinsfile"), script))
                .home(folder.resolve("home"))
                .durability(durability)
                .killAt(killAt)
                .build();
        return new Runner(options, console::append, (question, approved) -> {});
    }

    @Test
    void a_build_that_is_resumed_began_when_it_began() throws IOException {
        Runner killed = runner(1);
        assertThatThrownBy(killed::run).hasCauseInstanceOf(ProgramKilled.class);

        runner(0).resume();

        assertThat(console.toString()).contains("began anew: false");
    }

    @Test
    void a_timeout_that_is_over_while_the_program_is_dropped_again_and_again_interrupts_its_body() throws IOException {
        RunResult result = runner(Durability.EVERYWHERE, 0, """
                parallel(
                    limited: {
                        timeout(time: 20, unit: 'MILLISECONDS') {
                            try {
                                sleep 60
                            } finally {
                                sleep time: 20, unit: 'MILLISECONDS'
                                echo 'cleaned up'
                            }
                        }
                    },
                    busy: { for (int i = 0; i < 100; i++) { sleep time: 1, unit: 'MILLISECONDS' } })
                """).run();

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(console.toString())
                .containsOnlyOnce("Cancelling nested steps due to timeout")
                .containsOnlyOnce("cleaned up");
    }
}

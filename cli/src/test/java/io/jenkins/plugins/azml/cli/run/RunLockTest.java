package io.jenkins.plugins.azml.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    private Path folder;

    @Test
    void one_at_a_time_has_it() throws Exception {
        Path file = folder.resolve("lock");
        RunLock first = RunLock.take(file).orElseThrow();

        assertThat(RunLock.take(file)).isEmpty();
        first.close();

        RunLock second = RunLock.take(file).orElseThrow();
        assertThat(RunLock.take(file)).isEmpty();
        second.close();
    }
}

package io.jenkins.plugins.azml.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.process.SystemStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ReadyTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_was_killed_does_not_run_though_nobody_collected_it() throws IOException {
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
        try {
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();
            Ready ready = of(child);
            assertThat(ready.process()).contains(child);

            child.destroyForcibly();
            Awaitility.await().until(() -> SystemStatus.isZombie(child.pid()));

            assertThat(child.isAlive()).as("to the JDK").isTrue();
            assertThat(ready.process()).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static Ready of(ProcessHandle process) {
        URI somewhere = URI.create("https://127.0.0.1:1");
        return new Ready(
                process.pid(),
                Ready.startOf(process),
                somewhere,
                somewhere,
                somewhere,
                Path.of("ca.pem"),
                "header",
                "subscription",
                "group",
                List.of("dev"));
    }
}

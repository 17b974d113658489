package io.jenkins.plugins.azml.runner.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    @Test
    void a_build_is_saved_while_a_step_on_another_thread_keeps_files_and_reads_variables() {
        Build build = new Build(new Job("iris", folder), 1, "tester", List.of(), Map.of(), Map.of(), name -> null);
        CompletableFuture<Void> step = CompletableFuture.runAsync(() -> IntStream.range(0, MANY)
                .peek(each -> build.keepArtifact("file-" + each, each))
                .filter(each -> each % 5 == 0)
                .forEach(each -> build.environment()));

        int saved = 0;
        do {
            build.env().setProperty("VARIABLE_" + saved, saved);
            build.snapshot();
            saved++;
        } while (!step.isDone());

        step.join();
        assertThat(build.snapshot().artifacts()).hasSize(MANY).containsEntry("file-7", 7L);
    }
}

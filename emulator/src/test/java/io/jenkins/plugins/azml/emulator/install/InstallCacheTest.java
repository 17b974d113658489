package io.jenkins.plugins.azml.emulator.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCacheTest {
    @TempDir
    private Path root;

    private final AtomicInteger installations = new AtomicInteger();

    @Test
    void an_installation_is_made_once() {
        var cache = new InstallCache(root);

        Path first = cache.require("thing-1", this::install);
        Path second = cache.require("thing-1", this::install);

        assertThat(first).isEqualTo(second).isDirectoryContaining("glob:**/content");
        assertThat(installations).hasValue(1);
    }

    @Test
    void two_at_once_share_one_installation() {
        var cache = new InstallCache(root);
        var other = new InstallCache(root);

        var one = CompletableFuture.supplyAsync(() -> cache.require("thing-1", this::install));
        var two = CompletableFuture.supplyAsync(() -> other.require("thing-1", this::install));

        assertThat(one.join()).isEqualTo(two.join());
        assertThat(installations).hasValue(1);
    }

    @Test
    void what_a_crash_left_half_made_is_made_again() throws IOException {
        Files.createDirectories(root.resolve("thing-1"));
        Files.writeString(root.resolve("thing-1").resolve("half"), "half");

        Path folder = new InstallCache(root).require("thing-1", this::install);

        assertThat(folder.resolve("half")).doesNotExist();
        assertThat(folder.resolve("content")).exists();
    }

    @Test
    void nothing_is_left_of_an_installation_that_fails() {
        var cache = new InstallCache(root);

        assertThatThrownBy(() -> cache.require("thing-1", folder -> {
                    install(folder);
                    throw new InstallException("no such package");
                }))
                .isInstanceOf(InstallException.class);

        assertThat(root.resolve("thing-1")).doesNotExist();
    }

    @Test
    void the_user_may_move_the_cache() {
        var cache =
                InstallCache.ofUser(Map.of("AZML_CACHE", root.resolve("moved").toString()));

        assertThat(cache.require("thing-1", this::install))
                .isEqualTo(root.resolve("moved").resolve("thing-1"));
    }

    private void install(Path folder) throws IOException {
        installations.incrementAndGet();
        Files.writeString(folder.resolve("content"), "content");
    }
}

package io.jenkins.plugins.azml.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.http.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");

    @TempDir
    Path folder;

    @Test
    void everything_is_there_after_a_restart() {
        LedgerEntry entry = new LedgerEntry(NOW, "Jobs_CreateOrUpdate", "/jobs/a", "00", "note");
        try (Store store = DatabaseStore.open(folder)) {
            store.save(resource("a", "one"));
            store.save(resource("b", "two"));
            store.save(resource("a", "three"));
            store.record(entry);
        }

        try (Store store = DatabaseStore.open(folder)) {
            assertThat(store.list("dev", Kind.JOB)).containsExactly(resource("a", "three"), resource("b", "two"));
            assertThat(store.ledger()).containsExactly(entry);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void both_stores_behave_the_same(boolean database) {
        try (Store store = database ? DatabaseStore.open(folder) : new MapStore()) {
            store.save(resource("a", "one"));
            store.save(resource("b", "two"));
            store.delete(key("a"));
            store.save(resource("a", "again"));

            assertThat(names(store.list("dev", Kind.JOB))).containsExactly("b", "a");
            assertThat(store.find(key("a"))).contains(resource("a", "again"));
            assertThat(store.find(key("c"))).isEmpty();
            assertThat(store.list("prod", Kind.JOB)).isEmpty();
            store.clear();
            assertThat(store.list("dev", Kind.JOB)).isEmpty();
        }
    }

    @Test
    void work_that_fails_leaves_nothing() {
        try (Store store = DatabaseStore.open(folder)) {
            assertThatThrownBy(() -> store.atomically(() -> {
                        store.save(resource("a", "one"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(store.find(key("a"))).isEmpty();
        }
    }

    private static ResourceKey key(String name) {
        return new ResourceKey("dev", Kind.JOB, name);
    }

    private static Resource resource(String name, String value) {
        return new Resource(key(name), Json.object().put("value", value), Json.object(), NOW, NOW);
    }

    private static List<String> names(List<Resource> resources) {
        return Stream.ofNullable(resources)
                .flatMap(List::stream)
                .map(each -> each.key().name())
                .toList();
    }
}

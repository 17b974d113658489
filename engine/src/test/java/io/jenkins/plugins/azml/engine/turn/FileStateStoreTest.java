package io.jenkins.plugins.azml.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateStoreTest {
    private static final RunId RUN = new RunId("run-1");

    @TempDir
    Path folder;

    private FileStateStore store;

    @BeforeEach
    void openStore() {
        store = new FileStateStore(folder.resolve("runs"));
    }

    private static Envelope envelope(long generation) {
        return new Envelope("count/1", generation, "test", "At", Map.of("number", generation), null);
    }

    @Test
    void a_saved_state_comes_back() {
        store.save(RUN, envelope(0));
        store.save(RUN, envelope(1));

        assertThat(store.load(RUN)).contains(envelope(1));
    }

    @Test
    void a_run_without_a_state_is_empty() {
        assertThat(store.load(RUN)).isEmpty();
    }

    @Test
    void a_generation_never_falls() {
        store.save(RUN, envelope(5));

        assertThatThrownBy(() -> store.save(RUN, envelope(5)))
                .hasMessage("run 'run-1' is advanced by another process: its saved generation is 5, this process wants"
                        + " to save 5");
        assertThat(store.load(RUN)).contains(envelope(5));
    }

    @Test
    void a_state_is_for_its_owner_alone() throws IOException {
        store.save(RUN, envelope(0));

        assertThat(permissions(store.folder(RUN))).isEqualTo("rwx------");
        assertThat(permissions(store.folder(RUN).resolve("state.json"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void every_cut_of_a_state_is_refused_and_never_taken_for_another() throws IOException {
        store.save(RUN, envelope(7));
        Path file = store.folder(RUN).resolve("state.json");
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> store.load(RUN))
                    .hasMessageStartingWith("the saved state " + file + " is unreadable");
        }
    }

    @Test
    void a_crash_while_saving_leaves_the_old_state_and_does_not_hinder_the_next_save() throws IOException {
        store.save(RUN, envelope(0));
        Files.writeString(store.folder(RUN).resolve("state.json.new"), "{\"schema\":\"cou");

        assertThat(store.load(RUN)).contains(envelope(0));
        store.save(RUN, envelope(1));
        assertThat(store.load(RUN)).contains(envelope(1));
    }
}

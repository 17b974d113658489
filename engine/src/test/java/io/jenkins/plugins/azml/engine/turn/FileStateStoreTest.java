package io.jenkins.plugins.azml.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ac\u00ed\u0000\u0005sr\u0000\u0011java.util.HashMap",
                "[\"java.util.HashMap\",{}]",
                "{\"@class\":\"javax.script.ScriptEngineManager\"}",
                "<java><object class=\"java.lang.ProcessBuilder\"/></java>",
                "",
                "null"
            })
    void what_is_no_state_is_refused_by_name_and_loads_no_class(String content) throws IOException {
        store.save(RUN, envelope(0));
        Path file = store.folder(RUN).resolve("state.json");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> store.load(RUN)).hasMessageStartingWith("the saved state " + file + " is unreadable");
    }

    @Test
    void a_state_that_names_another_class_or_an_extra_member_is_refused() {
        Envelope other = new Envelope("count/1", 0, "test", "java.lang.Runtime", Map.of(), null);
        Envelope extra = new Envelope("count/1", 0, "test", "At", Map.of("number", 1, "@class", "x"), null);

        assertThatThrownBy(() -> CountingStage.CODEC.open(other)).hasMessageContaining("'java.lang.Runtime'");
        assertThatThrownBy(() -> CountingStage.CODEC.open(extra)).hasMessageContaining("unknown member '@class'");
    }

    @Test
    void a_link_in_the_place_of_a_state_is_replaced_and_not_written_through() throws IOException {
        store.save(RUN, envelope(0));
        Path file = store.folder(RUN).resolve("state.json");
        Path target = folder.resolve("elsewhere.json");
        Files.move(file, target);
        Files.createSymbolicLink(file, target);
        Files.createSymbolicLink(store.folder(RUN).resolve("state.json.new"), folder.resolve("new.json"));

        store.save(RUN, envelope(1));

        assertThat(file).isRegularFile();
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(Files.readString(target)).contains("\"generation\":0");
        assertThat(folder.resolve("new.json")).doesNotExist();
    }
}

package io.jenkins.plugins.azml.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void aFolderWithOneFile() throws IOException {
        source = Files.createDirectory(folder.resolve("src"));
        Files.writeString(source.resolve("train.py"), "print(1)\n");
    }

    @Test
    void what_runs_keep_of_themselves_is_no_part_of_the_code() throws IOException {
        Path run = Files.createDirectories(source.resolve("sub/.azml/runs/r"));
        Files.writeString(run.resolve("state.json"), "{}");
        Files.writeString(source.resolve(".azmlignore"), "");

        assertThat(Snapshot.of(source).files()).extracting(SourceFile::path).containsExactly(".azmlignore", "train.py");
    }

    @Test
    void a_missing_folder_is_named() {
        assertProblem(source.resolve("no"), ProblemCode.FILE_NOT_FOUND, "there is no file or folder '" + source);
    }

    @Test
    void a_link_to_a_file_outside_is_refused_by_name() throws IOException {
        Files.createSymbolicLink(source.resolve("users"), Path.of("/etc/passwd"));

        assertProblem(source, ProblemCode.INVALID_FILE, "'users' in '" + source.toRealPath() + "' leads out");
    }

    @Test
    void a_link_to_a_folder_outside_is_refused_by_name() throws IOException {
        Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(source.resolve("data"), Path.of("../outside"));

        assertProblem(source, ProblemCode.INVALID_FILE, "'data' in ");
    }

    @Test
    void a_link_through_another_link_to_the_outside_is_refused() throws IOException {
        Files.createSymbolicLink(source.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(source.resolve("b"), Path.of("/etc/passwd"));

        assertProblem(source, ProblemCode.INVALID_FILE, "leads out of the folder");
    }

    @Test
    void a_folder_beside_with_the_same_beginning_is_outside() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("src2")).resolve("secret"), "s");
        Files.createSymbolicLink(source.resolve("a"), Path.of("../src2/secret"));

        assertProblem(source, ProblemCode.INVALID_FILE, "leads out of the folder");
    }

    @Test
    void links_that_lead_outside_are_skipped_where_the_ignore_file_names_them() throws IOException {
        Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(source.resolve("data"), Path.of("../outside"));
        Files.createSymbolicLink(source.resolve("users"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(source.resolve("broken"), Path.of("nowhere"));
        Files.writeString(source.resolve(".amlignore"), "data\nusers\nbroken\n.amlignore\n");

        Snapshot snapshot = Snapshot.of(source);

        assertThat(snapshot.files()).extracting(SourceFile::path).containsExactly("train.py");
        assertThat(AssetHash.of(snapshot).checksums()).hasSize(1);
    }

    @Test
    void a_link_to_a_folder_above_is_a_loop_and_refused() throws IOException {
        Files.createDirectory(source.resolve("sub"));
        Files.createSymbolicLink(source.resolve("sub/loop"), Path.of(".."));

        assertProblem(source, ProblemCode.INVALID_FILE, "'sub/loop' in '" + source.toRealPath() + "' leads back");
    }

    @Test
    void a_link_to_itself_and_a_broken_link_are_refused() throws IOException {
        Files.createSymbolicLink(source.resolve("self"), Path.of("self"));

        assertProblem(source, ProblemCode.INVALID_FILE, "'self' in '" + source.toRealPath() + "' leads nowhere");
    }

    @Test
    void a_named_pipe_is_refused_rather_than_waited_for() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", source.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertProblem(source, ProblemCode.INVALID_FILE, "neither a file nor a folder");
    }

    @Test
    void an_ignore_file_that_is_a_link_to_the_outside_is_not_read() throws IOException {
        Files.createSymbolicLink(source.resolve(".amlignore"), Path.of("/etc/passwd"));

        assertProblem(source, ProblemCode.INVALID_FILE, "is not a file inside the folder");
    }

    @Test
    void a_wrong_pattern_is_reported_with_its_line() throws IOException {
        Files.writeString(source.resolve(".gitignore"), "ok\n\nx[b-a]\n");

        assertProblem(source, ProblemCode.INVALID_FILE, ".gitignore:3: 'x[b-a]' is not a pattern: the range 'b-a'");
    }

    @Test
    void an_ignore_file_that_is_not_text_is_reported() throws IOException {
        Files.write(source.resolve(".gitignore"), new byte[] {(byte) 0xC3, '('});

        assertProblem(source, ProblemCode.INVALID_FILE, "is not UTF-8 text");
    }

    @Test
    void a_folder_whose_files_are_all_ignored_is_refused() throws IOException {
        Files.writeString(source.resolve(".amlignore"), "*\n");

        assertProblem(source, ProblemCode.INVALID_FILE, "holds no file that is not ignored");
    }

    @Test
    void the_facts_for_a_warning_are_the_size_and_the_largest_files() throws IOException {
        Files.writeString(source.resolve("big"), "x".repeat(100));

        Snapshot snapshot = Snapshot.of(source);

        assertThat(snapshot.size()).isEqualTo(109);
        assertThat(snapshot.isLarge()).isFalse();
        assertThat(snapshot.largest(1)).extracting(SourceFile::path).containsExactly("big");
    }

    @Test
    void a_file_that_grows_between_the_walk_and_the_hash_is_refused() throws IOException {
        Snapshot snapshot = Snapshot.of(source);
        Files.writeString(source.resolve("train.py"), "print(1)\nprint(2)\n");

        assertThatThrownBy(() -> CodeHash.of(snapshot))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("train.py' changed while it was hashed");
    }

    @Test
    void a_file_that_shrinks_between_the_walk_and_the_hash_is_refused() throws IOException {
        Snapshot snapshot = Snapshot.of(source);
        Files.writeString(source.resolve("train.py"), "");

        assertThatThrownBy(() -> AssetHash.of(snapshot))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("changed while it was hashed");
    }

    private static void assertProblem(Path place, ProblemCode code, String what) {
        assertThatThrownBy(() -> Snapshot.of(place))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code))
                .hasMessageContaining(what);
    }
}

package io.jenkins.plugins.azml.engine.blob;

import static io.jenkins.plugins.azml.engine.blob.MemoryBlobs.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private final MemoryBlobs service = new MemoryBlobs();
    private final BlobUrl blob = service.container().blob("m");

    @TempDir
    Path folder;

    @Test
    void a_blob_becomes_a_file_and_leaves_nothing_else() throws IOException {
        service.content().put("m", bytes("model"));

        Path file = download().file(blob, "outputs/model/m.pkl");

        assertThat(file).hasContent("model");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void an_older_file_is_replaced() throws IOException {
        Files.writeString(Files.createDirectories(target()).resolve("m"), "a longer old one");
        service.content().put("m", bytes("new"));

        assertThat(download().file(blob, "m")).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../x",
                "a/..",
                "/etc/x",
                "//host/x",
                "C:\\x",
                "c:x",
                "C:/x",
                "a\\..\\x",
                "..\\x",
                "",
                ".",
                "./x",
                "a//b",
                "a/",
                "nul",
                "a/CON.txt",
                "com1",
                "x\0y",
                "x\ny",
                "a/\u001b[2J",
                "half a \ud83d character"
            })
    void a_name_that_could_lead_elsewhere_is_refused(String name) {
        service.content().put("m", bytes("x"));

        assertThatThrownBy(() -> download().file(blob, name))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REFUSED));
        assertThat(target()).doesNotExist();
    }

    @Test
    void names_that_differ_only_in_case_are_refused_together() {
        assertThatThrownBy(() -> download().check(List.of("a/Model", "b", "a/model")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'a/model': it differs from 'a/Model' only in case");
    }

    @Test
    void plain_names_pass() {
        download().check(List.of("a/b.txt", "a/c d/é.txt", "console", "a.con", "2026-01-01T10:00:00.log", "...x"));
    }

    @Test
    void nothing_is_written_through_a_link_to_a_folder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(Files.createDirectories(target()).resolve("a"), outside);
        service.content().put("m", bytes("x"));

        assertThatThrownBy(() -> download().file(blob, "a/x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("through the link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void nothing_is_written_through_a_link_to_a_file() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "before");
        Files.createSymbolicLink(Files.createDirectories(target()).resolve("x"), outside);
        service.content().put("m", bytes("after"));

        assertThatThrownBy(() -> download().file(blob, "x")).isInstanceOf(ProblemException.class);
        assertThat(outside).hasContent("before");
    }

    @Test
    void a_hard_link_to_the_outside_is_replaced_not_written_to() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "before");
        Files.createLink(Files.createDirectories(target()).resolve("x"), outside);
        service.content().put("m", bytes("after"));

        assertThat(download().file(blob, "x")).hasContent("after");
        assertThat(outside).hasContent("before");
    }

    @Test
    void an_answer_that_ends_early_leaves_no_file_and_may_be_repeated() throws IOException {
        Blobs cut = MemoryBlobs.blobs(request -> answer(200, "half", Map.of("Content-Length", "8")));

        assertThatThrownBy(() -> new Download(cut, target()).file(blob, "m")).isInstanceOf(Unsettled.class);
        assertThat(target()).isEmptyDirectory();
    }

    @Test
    void a_place_that_cannot_be_written_is_a_problem_of_the_disk() throws IOException {
        Files.writeString(target(), "a file where the folder belongs");
        service.content().put("m", bytes("x"));

        assertThatThrownBy(() -> download().file(blob, "a/m"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.LOCAL_DISK))
                .hasMessageContaining(target().toString());
    }

    @Test
    void a_full_disk_is_not_taken_for_a_lost_connection() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> Download.copy(new ByteArrayInputStream(bytes("x")), full, folder.resolve("m")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.LOCAL_DISK))
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("MiB free");
    }

    private Download download() {
        return new Download(service.blobs(), target());
    }

    private Path target() {
        return folder.resolve("target");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

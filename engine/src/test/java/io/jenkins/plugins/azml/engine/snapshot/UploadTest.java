package io.jenkins.plugins.azml.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.blob.MemoryBlobs;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private final MemoryBlobs service = new MemoryBlobs();
    private final UploadTarget target = UploadTarget.code(service.container(), "code-name", "1");
    private final Upload upload = new Upload(service.blobs());

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void aFolderWithThreeFiles() throws IOException {
        source = Files.createDirectory(folder.resolve("src"));
        Files.writeString(source.resolve("a b.py"), "print('a')\n");
        Files.writeString(source.resolve("empty"), "");
        Files.writeString(source.resolve("z.py"), "print('z')\n");
    }

    @Test
    void a_new_folder_takes_two_requests_more_than_it_has_files() {
        Uploaded uploaded = upload.run(hashed(), target);

        assertThat(service.requests()).hasSize(3 + 2);
        assertThat(service.requests()).startsWith("HEAD src/a b.py", "PUT src/a b.py");
        assertThat(service.requests()).endsWith("PUT src/a b.py?comp=metadata");
        assertThat(uploaded).isEqualTo(new Uploaded("src", "code-name", "1", 3, 22));
        assertThat(new String(service.content().get("src/z.py"), StandardCharsets.UTF_8))
                .isEqualTo("print('z')\n");
    }

    @Test
    void a_complete_upload_takes_one_request_and_keeps_its_first_name() {
        upload.run(hashed(), target);
        service.forgetRequests();

        Uploaded again = upload.run(hashed(), UploadTarget.code(service.container(), "other", "2"));

        assertThat(service.requests()).containsExactly("HEAD src/a b.py");
        assertThat(again).isEqualTo(new Uploaded("src", "code-name", "1", 0, 0));
    }

    @Test
    void data_goes_to_the_place_of_its_hash() {
        HashedSnapshot hashed = AssetHash.of(Snapshot.of(source));

        Uploaded uploaded = upload.run(hashed, UploadTarget.data(service.container(), hashed.hash(), "d", "1"));

        assertThat(uploaded.path()).isEqualTo("LocalUpload/" + hashed.hash() + "/src");
        assertThat(service.content()).containsKey("LocalUpload/" + hashed.hash() + "/src/z.py");
    }

    @Test
    void an_upload_that_broke_off_goes_on_with_what_is_missing() {
        service.fail(request -> request.equals("PUT src/z.py"));
        assertThatThrownBy(() -> upload.run(hashed(), target)).isInstanceOf(Unsettled.class);
        service.fail(request -> false);
        service.forgetRequests();

        Uploaded uploaded = upload.run(hashed(), target);

        assertThat(service.requests())
                .containsExactly(
                        "HEAD src/a b.py",
                        "GET ?restype=container&comp=list&prefix=src",
                        "PUT src/z.py",
                        "PUT src/a b.py?comp=metadata");
        assertThat(uploaded.filesSent()).isEqualTo(1);
    }

    @Test
    void an_upload_whose_mark_was_lost_is_marked_again_and_nothing_else() {
        service.fail(request -> request.endsWith("comp=metadata"));
        assertThatThrownBy(() -> upload.run(hashed(), target)).isInstanceOf(Unsettled.class);
        service.fail(request -> false);

        assertThat(upload.run(hashed(), target).filesSent()).isZero();
        assertThat(service.metadata("src/a b.py")).containsEntry("upload_status", "completed");
    }

    @Test
    void two_equal_uploads_at_once_are_both_a_success() {
        service.beforeEach(request -> () -> {
            if (request.method().equals("PUT") && request.url().getPath().endsWith("z.py")) {
                service.content().put("src/z.py", "print('z')\n".getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(upload.run(hashed(), target).filesSent()).isEqualTo(2);
    }

    @Test
    void other_bytes_where_a_file_belongs_are_not_taken_for_it() {
        service.content().put("src/z.py", "print('x')\n".getBytes(StandardCharsets.UTF_8));

        assertProblem(hashed(), ProblemCode.DIGEST_MISMATCH, "src/z.py already holds other bytes");
    }

    @Test
    void a_file_that_changed_after_it_was_hashed_is_refused() throws IOException {
        HashedSnapshot hashed = hashed();
        Files.writeString(source.resolve("z.py"), "print('changed')\n");

        assertProblem(hashed, ProblemCode.CONFLICT, "z.py' changed while");
        assertThat(service.content()).doesNotContainKey("src/z.py");
    }

    @Test
    void a_file_that_changed_and_looks_the_same_from_outside_is_refused() throws IOException {
        HashedSnapshot hashed = hashed();
        FileTime modified = Files.getLastModifiedTime(source.resolve("z.py"));
        Files.writeString(source.resolve("z.py"), "print('y')\n");
        Files.setLastModifiedTime(source.resolve("z.py"), modified);

        assertProblem(hashed, ProblemCode.CONFLICT, "z.py' changed while");
    }

    @Test
    void a_file_that_changes_while_it_is_sent_is_refused() {
        HashedSnapshot hashed = hashed();
        service.beforeEach(request -> () -> {
            if (request.method().equals("PUT") && request.url().getPath().endsWith("z.py")) {
                write(source.resolve("z.py"), "print('y')\n");
            }
        });

        assertProblem(hashed, ProblemCode.CONFLICT, "z.py' changed while");
    }

    @Test
    void a_file_that_vanished_is_refused() throws IOException {
        HashedSnapshot hashed = hashed();
        Files.delete(source.resolve("z.py"));

        assertProblem(hashed, ProblemCode.CONFLICT, "z.py' changed while");
    }

    @Test
    void a_large_file_goes_in_blocks_and_arrives_whole() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(source.resolve("large").toFile(), "rw")) {
            large.setLength(Contents.PART + 3);
            large.seek(Contents.PART - 1);
            large.write("seam".getBytes(StandardCharsets.UTF_8));
        }

        upload.run(hashed(), target);

        byte[] arrived = service.content().get("src/large");
        assertThat(arrived.length).isEqualTo((int) Contents.PART + 3);
        assertThat(new String(arrived, (int) Contents.PART - 1, 4, StandardCharsets.UTF_8))
                .isEqualTo("seam");
        assertThat(service.requests())
                .filteredOn(request -> request.contains("comp=block&"))
                .hasSize(2);
    }

    @Test
    void after_a_failure_nothing_new_is_begun() throws IOException {
        for (int i = 0; i < 100; i++) {
            Files.writeString(source.resolve("m" + i), "m");
        }
        AtomicInteger refused = new AtomicInteger();
        service.fail(request -> request.startsWith("PUT src/m") && refused.incrementAndGet() > 0);

        assertThatThrownBy(() -> new Upload(service.blobs(), 4).run(hashed(), target))
                .isInstanceOf(Unsettled.class);

        assertThat(refused.get()).isBetween(1, 4);
    }

    @Test
    void a_cancelled_upload_ends_although_a_request_hangs() {
        CountDownLatch never = new CountDownLatch(1);
        service.beforeEach(request -> () -> {
            if (request.method().equals("PUT")) {
                awaitUnlessInterrupted(never);
            }
        });
        HashedSnapshot hashed = hashed();

        Thread.currentThread().interrupt();

        assertProblem(hashed, ProblemCode.CANCELLED, "the upload was cancelled");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitUnlessInterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_problem_shows_the_grant() {
        service.content().put("src/z.py", new byte[0]);

        assertThatThrownBy(() -> upload.run(hashed(), target)).message().doesNotContain("sig=", "c2VjcmV0");
        assertThat(target.toString()).doesNotContain("sig=", "c2VjcmV0");
    }

    private HashedSnapshot hashed() {
        return CodeHash.of(Snapshot.of(source));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertProblem(HashedSnapshot hashed, ProblemCode code, String what) {
        assertThatThrownBy(() -> upload.run(hashed, target))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code))
                .hasMessageContaining(what);
    }
}

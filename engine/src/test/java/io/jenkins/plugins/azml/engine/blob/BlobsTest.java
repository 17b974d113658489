package io.jenkins.plugins.azml.engine.blob;

import static io.jenkins.plugins.azml.engine.blob.MemoryBlobs.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Transport.Request;
import io.jenkins.plugins.azml.engine.rest.Transport.Response;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobsTest {
    private final Deque<Response> answers = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final Transport transport = request -> {
        requests.add(request);
        return answers.remove();
    };
    private final Blobs blobs = MemoryBlobs.blobs(transport);
    private final BlobUrl blob = BlobUrl.of("https://a.blob.example/c/b?sig=secret");

    @Test
    void a_put_never_replaces_and_carries_the_digest() {
        answers.add(answer(201, "", Map.of()));

        assertThat(blobs.put(blob, Body.of("x".getBytes(StandardCharsets.UTF_8)), "md5"))
                .isEqualTo(Written.CREATED);

        assertThat(requests.get(0).headers())
                .containsEntry("If-None-Match", "*")
                .containsEntry("Content-MD5", "md5")
                .containsEntry("x-ms-blob-type", "BlockBlob")
                .doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @CsvSource({"409,BlobAlreadyExists", "412,ConditionNotMet", "412,TargetConditionNotMet"})
    void a_blob_that_is_there_is_no_failure(int status, String code) {
        answers.add(answer(status, "", Map.of("x-ms-error-code", code)));

        assertThat(blobs.put(blob, Body.none(), "md5")).isEqualTo(Written.EXISTED);
    }

    @Test
    void another_conflict_is_one() {
        answers.add(answer(409, "", Map.of("x-ms-error-code", "BlobImmutableDueToPolicy")));

        assertThatThrownBy(() -> blobs.put(blob, Body.none(), "md5"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("BlobImmutableDueToPolicy")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_put_whose_answer_was_lost_may_have_happened() {
        Blobs lost = MemoryBlobs.blobs(request -> {
            throw new IOException("reset");
        });

        assertThatThrownBy(() -> lost.put(blob, Body.none(), "md5"))
                .isInstanceOfSatisfying(
                        Unsettled.class, e -> assertThat(e.mayHaveHappened()).isTrue())
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_ended_grant_is_a_problem_of_permission() {
        answers.add(answer(403, "<Error><Code>AuthenticationFailed</Code></Error>", Map.of()));

        assertThatThrownBy(() -> blobs.put(blob, Body.none(), "md5"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }

    @Test
    void a_head_reads_length_digest_metadata_and_copy() {
        answers.add(answer(
                200,
                "",
                Map.of(
                        "content-length",
                        "12",
                        "Content-MD5",
                        "m",
                        "X-Ms-Meta-Upload_status",
                        "completed",
                        "x-ms-copy-id",
                        "7",
                        "x-ms-copy-status",
                        "failed",
                        "x-ms-copy-status-description",
                        "404 no\nsource")));

        BlobProperties properties = blobs.head(blob).orElseThrow();

        assertThat(properties.length()).isEqualTo(12);
        assertThat(properties.metadata()).containsEntry("upload_status", "completed");
        assertThat(properties.lastCopy()).contains(new Copy("7", Copy.Status.FAILED, "404 no source"));
    }

    @Test
    void a_blob_that_is_not_there_has_no_properties() {
        answers.add(answer(404, "", Map.of()));

        assertThat(blobs.head(blob)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pending,PENDING", "success,SUCCESS", "failed,FAILED", "aborted,ABORTED", "new,UNKNOWN"})
    void a_copy_goes_on_at_the_server(String text, Copy.Status status) {
        answers.add(answer(202, "", Map.of("x-ms-copy-id", "7", "x-ms-copy-status", text)));

        assertThat(blobs.startCopy(BlobUrl.of("https://b.blob.example/c/s?sig=other"), blob)
                        .status())
                .isEqualTo(status);
        assertThat(requests.get(0).headers())
                .containsEntry("x-ms-copy-source", "https://b.blob.example/c/s?sig=other")
                .containsEntry("If-None-Match", "*");
    }

    @Test
    void a_copy_that_was_started_before_is_looked_at() {
        answers.add(answer(409, "", Map.of("x-ms-error-code", "PendingCopyOperation")));
        answers.add(answer(200, "", Map.of("x-ms-copy-id", "7", "x-ms-copy-status", "pending")));

        assertThat(blobs.startCopy(blob, blob)).isEqualTo(new Copy("7", Copy.Status.PENDING, ""));
    }

    @Test
    void a_listing_is_read_over_its_pages() {
        answers.add(answer(200, page("<Blob><Name>a&amp;b</Name>" + LENGTH + "</Blob>", "m/1"), Map.of()));
        answers.add(answer(200, page("<Blob><Name Encoded=\"true\">c%0D</Name>" + LENGTH + "</Blob>", ""), Map.of()));

        List<BlobItem> items = blobs.list(BlobUrl.of("https://a.blob.example/c?sig=secret"), "a/");

        assertThat(items).containsExactly(new BlobItem("a&b", 3, "x=="), new BlobItem("c\r", 3, "x=="));
        assertThat(requests.get(1).url())
                .hasToString(
                        "https://a.blob.example/c?restype=container&comp=list&prefix=a%2F&marker=m%2F1&sig=secret");
    }

    @Test
    void pages_that_lead_in_a_circle_end() {
        answers.add(answer(200, page("", "1"), Map.of()));
        answers.add(answer(200, page("", "2"), Map.of()));
        answers.add(answer(200, page("", "1"), Map.of()));

        assertThatThrownBy(() -> blobs.list(blob, ""))
                .isInstanceOf(Unsettled.class)
                .hasMessageContaining("circle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><EnumerationResults><Blobs><Blob><Name>&e;</Name>"
                        + "</Blob></Blobs></EnumerationResults>",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><EnumerationResults>&b;"
                        + "</EnumerationResults>",
                "<EnumerationResults>&unknown;</EnumerationResults>",
                "<html><body>Proxy</body></html>",
                "{\"error\": 1}",
                "",
                "<EnumerationResults><Blobs><Blob><Name>a</Name></Blob></Blobs></EnumerationResults>",
                "<EnumerationResults><Blobs>"
            })
    void a_listing_that_is_not_one_is_unreadable(String xml) {
        answers.add(answer(200, xml, Map.of()));

        assertThatThrownBy(() -> blobs.list(blob, ""))
                .isInstanceOfSatisfying(
                        Unsettled.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER))
                .hasMessageNotContaining("root:");
    }

    @Test
    void a_page_of_more_blobs_than_the_service_gives_is_not_read_to_its_end() {
        String blob = "<Blob><Name>a</Name><Properties><Content-Length>1</Content-Length></Properties></Blob>";
        answers.add(answer(200, "<EnumerationResults><Blobs>" + blob.repeat(10_001), Map.of()));

        assertThatThrownBy(() -> blobs.list(this.blob, ""))
                .isInstanceOfSatisfying(
                        Unsettled.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER));
    }

    @Test
    void a_range_is_read_from_its_offset() {
        answers.add(answer(206, "cde", Map.of("Content-Range", "bytes 2-4/9", "ETag", "e")));

        BlobPart part = blobs.read(blob, 2, 3, "");

        assertThat(part.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("cde");
        assertThat(part.total()).isEqualTo(9);
        assertThat(part.etag()).isEqualTo("e");
        assertThat(requests.get(0).headers())
                .containsEntry("Range", "bytes=2-4")
                .doesNotContainKey("If-None-Match");
    }

    @Test
    void a_range_past_the_end_is_empty_however_the_service_says_it() {
        answers.add(answer(416, "<Error/>", Map.of("Content-Range", "bytes */5")));
        answers.add(answer(206, "", Map.of()));
        answers.add(answer(200, "abc", Map.of("Content-Length", "3")));

        assertThat(blobs.read(blob, 5, 10, "")).matches(part -> part.bytes().length == 0 && part.total() == 5);
        assertThat(blobs.read(blob, 5, 10, "")).matches(part -> part.bytes().length == 0 && part.total() == 5);
        assertThat(blobs.read(blob, 5, 10, "")).matches(part -> part.bytes().length == 0 && part.total() == 3);
    }

    @Test
    void a_server_that_knows_no_ranges_is_read_from_the_offset_all_the_same() {
        answers.add(answer(200, "abcdef", Map.of()));

        assertThat(blobs.read(blob, 2, 3, "").bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("cde");
    }

    @Test
    void another_range_than_was_asked_for_is_not_taken() {
        answers.add(answer(206, "abc", Map.of("Content-Range", "bytes 0-2/9")));

        assertThatThrownBy(() -> blobs.read(blob, 2, 3, "")).isInstanceOf(Unsettled.class);
    }

    @Test
    void a_version_that_was_seen_is_not_read_again() {
        answers.add(answer(304, "", Map.of("ETag", "e")));

        assertThat(blobs.read(blob, 2, 3, "e").unchanged()).isTrue();
        assertThat(requests.get(0).headers()).containsEntry("If-None-Match", "e");
    }

    private static final String LENGTH =
            "<Properties><Content-Length>3</Content-Length><Content-MD5>x==</Content-MD5></Properties>";

    private static String page(String blobs, String next) {
        return "<?xml version=\"1.0\"?><EnumerationResults><Blobs>" + blobs + "</Blobs><NextMarker>" + next
                + "</NextMarker></EnumerationResults>";
    }
}

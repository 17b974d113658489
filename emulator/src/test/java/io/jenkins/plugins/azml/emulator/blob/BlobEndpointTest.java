package io.jenkins.plugins.azml.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.AzureMl;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlobEndpointTest {
    private static final Container CONTAINER = Cloud.blobstore("dev");

    private final AzureMl azure = new AzureMl();
    private final String all = sign(EnumSet.allOf(SasPermission.class));

    @Test
    void a_blob_is_written_once_and_read_by_range() {
        Map<String, String> once = Map.of("x-ms-blob-type", "BlockBlob", "If-None-Match", "*");

        assertThat(send("PUT", "/a/b.txt?" + all, "hello", once).status()).isEqualTo(201);
        assertThat(send("PUT", "/a/b.txt?" + all, "other", once).status()).isEqualTo(409);
        assertThat(send("GET", "/a/b.txt?" + all, "", Map.of("Range", "bytes=1-2"))
                        .bodyText())
                .isEqualTo("el");
        assertThat(send("GET", "/a/b.txt?" + all, "", Map.of("x-ms-range", "bytes=5-"))
                        .status())
                .isEqualTo(416);
        assertThat(send("HEAD", "/a/b.txt?" + all, "", Map.of()).headers().first("Content-Length"))
                .hasValue("5");
    }

    @Test
    void a_wrong_digest_is_refused() {
        Map<String, String> wrong = Map.of("x-ms-blob-type", "BlockBlob", "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==");

        assertThat(send("PUT", "/a?" + all, "hello", wrong).headers().first("x-ms-error-code"))
                .hasValue("Md5Mismatch");
    }

    @Test
    void blocks_become_a_blob_when_they_are_listed() {
        send("PUT", "/big?comp=block&blockid=MQ==&" + all, "one", Map.of());
        send("PUT", "/big?comp=block&blockid=Mg==&" + all, "two", Map.of());
        String list = "<BlockList><Latest>Mg==</Latest><Latest>MQ==</Latest></BlockList>";

        assertThat(send("PUT", "/big?comp=blocklist&" + all, list, Map.of()).status())
                .isEqualTo(201);
        assertThat(send("GET", "/big?" + all, "", Map.of()).bodyText()).isEqualTo("twoone");
        assertThat(send("PUT", "/big?comp=blocklist&" + all, list, Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void a_signature_allows_no_more_than_it_says_and_no_longer() {
        azure.emulator.blobs().put(CONTAINER, "x", new byte[] {1});
        String read = sign(Set.of(SasPermission.READ));

        assertThat(send("GET", "/x?" + read, "", Map.of()).status()).isEqualTo(200);
        assertThat(send("DELETE", "/x?" + read, "", Map.of()).status()).isEqualTo(403);
        assertThat(send("GET", "/x?" + read.replace("sp=r", "sp=racwdl"), "", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(send("GET", "/x", "", Map.of()).status()).isEqualTo(403);
        azure.pass(Duration.ofHours(2));
        assertThat(send("GET", "/x?" + read, "", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_listing_has_pages() {
        for (String name : new String[] {"p/1", "p/2", "p/3", "q/1"}) {
            azure.emulator.blobs().put(CONTAINER, name, new byte[] {1});
        }

        String first = send("GET", "?restype=container&comp=list&prefix=p/&maxresults=2&" + all, "", Map.of())
                .bodyText();
        String second = send("GET", "?restype=container&comp=list&prefix=p/&marker=p/3&" + all, "", Map.of())
                .bodyText();

        assertThat(first)
                .contains("<Name>p/1</Name>")
                .contains("<NextMarker>p/3</NextMarker>")
                .doesNotContain("<Name>p/3</Name>");
        assertThat(second)
                .contains("<Name>p/3</Name>")
                .contains("<NextMarker></NextMarker>")
                .doesNotContain("q/1");
    }

    @Test
    void a_copy_is_pending_before_it_is_there() {
        azure.emulator.blobs().put(CONTAINER, "source", "data".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String source = azure.emulator.blobs().url(CONTAINER) + "/source?" + sign(Set.of(SasPermission.READ));

        Reply begun = send("PUT", "/target?" + all, "", Map.of("x-ms-copy-source", source));

        assertThat(begun.status()).isEqualTo(202);
        assertThat(send("HEAD", "/target?" + all, "", Map.of()).headers().first("x-ms-copy-status"))
                .hasValue("pending");
        azure.pass(Duration.ofSeconds(3));
        assertThat(send("HEAD", "/target?" + all, "", Map.of()).headers().first("x-ms-copy-status"))
                .hasValue("success");
        assertThat(send("GET", "/target?" + all, "", Map.of()).bodyText()).isEqualTo("data");
        Reply foreign = send("PUT", "/t2?" + all, "", Map.of("x-ms-copy-source", "https://example.test/a/b/c"));
        assertThat(foreign.status()).isEqualTo(403);
    }

    private String sign(Set<SasPermission> permissions) {
        return azure.emulator
                .blobs()
                .sign(CONTAINER, permissions, azure.emulator.clock().instant().plus(Duration.ofHours(1)));
    }

    private Reply send(String method, String target, String body, Map<String, String> headers) {
        URI uri = URI.create(azure.emulator.blobs().url(CONTAINER) + target);
        return azure.send(uri, method, body, headers);
    }
}

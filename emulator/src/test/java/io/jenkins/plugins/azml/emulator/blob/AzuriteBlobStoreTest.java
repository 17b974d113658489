package io.jenkins.plugins.azml.emulator.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzuriteBlobStoreTest {
    private static final String DEV = "azmldev.blob.core.windows.net";
    private static final String PROD = "azmlprod.blob.core.windows.net";
    private static final Container DATA = new Container(DEV, "data");
    private static final Set<SasPermission> ALL = EnumSet.allOf(SasPermission.class);

    @TempDir
    private static Path folder;

    private static AzuriteOptions options;
    private static AzuriteBlobStore store;
    private static HttpClient client;

    @BeforeAll
    static void startStore() throws Exception {
        options = TestCertificate.optionsIn(folder, Map.of(DEV, "ZGV2LWtleQ==", PROD, "cHJvZC1rZXk="));
        store = newStore();
        store.start();
        store.createContainer(DATA);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(options.trust())
                .build();
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    private static AzuriteBlobStore newStore() {
        var environment = ChildEnvironment.ofThisProcess();
        var children = new Children(folder.resolve("children"));
        var azurite = new Azurite(
                InstallCache.ofUser(System.getenv()),
                new Installer(environment, children),
                new ToolCheck(environment, children));
        return new AzuriteBlobStore(options, azurite, children, environment);
    }

    @Test
    void what_is_put_is_read_and_listed_and_deleted() {
        store.put(DATA, "a folder/ä+&.txt", "one".getBytes(UTF_8));

        assertThat(store.read(DATA, "a folder/ä+&.txt")).hasValue("one".getBytes(UTF_8));
        assertThat(store.list(DATA, "a folder/"))
                .extracting(BlobItem::name, BlobItem::size)
                .containsExactly(tuple("a folder/ä+&.txt", 3L));
        store.delete(DATA, "a folder/ä+&.txt");
        store.delete(DATA, "a folder/ä+&.txt");
        assertThat(store.read(DATA, "a folder/ä+&.txt")).isEmpty();
    }

    @Test
    void a_container_may_be_made_twice() {
        store.createContainer(DATA);

        assertThat(store.list(DATA, "nothing/")).isEmpty();
    }

    @Test
    void an_append_blob_grows_and_is_read_by_range() throws Exception {
        store.append(DATA, "log.txt", "first\n".getBytes(UTF_8));
        store.append(DATA, "log.txt", "second\n".getBytes(UTF_8));

        var answer = client.send(
                HttpRequest.newBuilder(signed(DATA, "log.txt", Set.of(SasPermission.READ)))
                        .header("Range", "bytes=6-")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("second\n");
    }

    @Test
    void files_go_up_and_come_down() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "content");
        Path target = folder.resolve("target");

        store.upload(DATA, "files/one", source);
        store.upload(DATA, "files/empty", Files.createFile(folder.resolve("empty")));

        assertThat(store.download(DATA, "files/one", target)).isTrue();
        assertThat(target).hasContent("content");
        assertThat(store.read(DATA, "files/empty")).hasValue(new byte[0]);
        assertThat(store.download(DATA, "files/none", target)).isFalse();
    }

    @Test
    void a_signature_allows_what_it_names_and_no_more() throws Exception {
        URI readOnly = signed(DATA, "signed.txt", Set.of(SasPermission.READ));

        assertThat(put(readOnly).statusCode()).isEqualTo(403);
        assertThat(put(signed(DATA, "signed.txt", ALL)).statusCode()).isEqualTo(201);
        assertThat(client.send(HttpRequest.newBuilder(readOnly).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("text");
    }

    @Test
    void a_signature_of_yesterday_is_refused() throws Exception {
        String sas = store.sign(DATA, ALL, Instant.now().minus(Duration.ofDays(1)));

        assertThat(put(URI.create(store.url(DATA) + "/late.txt?" + sas)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_blob_is_copied_from_one_account_to_the_other_by_the_server() throws Exception {
        var models = new Container(PROD, "models");
        store.createContainer(models);
        store.put(DATA, "model/weights", "w".getBytes(UTF_8));

        var copy = HttpRequest.newBuilder(signed(models, "copied", ALL))
                .header(
                        "x-ms-copy-source",
                        signed(DATA, "model/weights", Set.of(SasPermission.READ))
                                .toString())
                .PUT(BodyPublishers.noBody())
                .build();

        assertThat(client.send(copy, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        assertThat(store.read(models, "copied")).hasValue("w".getBytes(UTF_8));
    }

    @Test
    void an_unknown_container_is_an_error_that_names_the_blob_but_no_signature() {
        assertThatThrownBy(() -> store.put(new Container(DEV, "missing"), "a", new byte[1]))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("missing/a")
                .hasMessageNotContaining("sig=");
    }

    @Test
    void blobs_are_there_after_a_restart() throws Exception {
        var own = TestCertificate.optionsIn(Files.createDirectory(folder.resolve("own")), options.accountKeys());
        var before = options;
        options = own;
        try (var first = newStore()) {
            first.start();
            first.createContainer(DATA);
            first.put(DATA, "kept", "k".getBytes(UTF_8));
        }
        try (var second = newStore()) {
            second.start();
            assertThat(second.read(DATA, "kept")).hasValue("k".getBytes(UTF_8));
        } finally {
            options = before;
        }
    }

    private static URI signed(Container container, String blob, Set<SasPermission> permissions) {
        String sas = store.sign(container, permissions, Instant.now().plus(Duration.ofHours(1)));
        return URI.create(store.url(container) + "/" + blob + "?" + sas);
    }

    private static HttpResponse<String> put(URI uri) throws Exception {
        var request = HttpRequest.newBuilder(uri)
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(BodyPublishers.ofString("text"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}

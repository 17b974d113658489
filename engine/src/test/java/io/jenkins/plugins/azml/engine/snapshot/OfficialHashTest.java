package io.jenkins.plugins.azml.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.blob.MemoryBlobs;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficialHashTest {
    private static final JsonObject RECORDED = Vectors.read("vectors.json");

    @TempDir
    Path folder;

    static Stream<JsonObject> recordedFolders() {
        return RECORDED.objects("folders").stream();
    }

    @ParameterizedTest
    @MethodSource("recordedFolders")
    void a_folder_has_the_code_hash_of_the_official_client(JsonObject recorded) throws IOException {
        Snapshot snapshot = Snapshot.of(Vectors.build(recorded, folder.resolve("src")));

        assertThat(snapshot.files())
                .extracting(file -> "src/" + file.path())
                .containsExactlyInAnyOrderElementsOf(recorded.strings("uploads"));
        assertThat(CodeHash.of(snapshot).hash()).isEqualTo(recorded.needString("code"));
    }

    @ParameterizedTest
    @MethodSource("recordedFolders")
    void a_folder_has_the_asset_hash_of_the_official_client(JsonObject recorded) throws IOException {
        Snapshot snapshot = Snapshot.of(Vectors.build(recorded, folder.resolve("src")));

        assertThat(AssetHash.of(snapshot).hash()).isEqualTo(recorded.needString("asset"));
    }

    @ParameterizedTest
    @MethodSource("recordedFolders")
    void an_upload_puts_the_official_clients_blobs_and_its_mark(JsonObject recorded) throws IOException {
        MemoryBlobs service = new MemoryBlobs();
        HashedSnapshot hashed = AssetHash.of(Snapshot.of(Vectors.build(recorded, folder.resolve("src"))));

        new Upload(service.blobs()).run(hashed, UploadTarget.code(service.container(), "n", "1"));

        assertThat(service.content().keySet()).containsExactlyInAnyOrderElementsOf(recorded.strings("uploads"));
        assertThat(service.metadata(recorded.strings("uploads").get(0)))
                .containsOnly(
                        org.assertj.core.api.Assertions.entry("upload_status", "completed"),
                        org.assertj.core.api.Assertions.entry("name", "n"),
                        org.assertj.core.api.Assertions.entry("version", "1"));
    }

    @Test
    void a_single_file_has_the_hashes_of_the_official_client() throws IOException {
        JsonObject recorded = RECORDED.in("file");
        Path file = Files.writeString(folder.resolve("one.py"), recorded.needString("text"));

        assertThat(CodeHash.of(Snapshot.of(file)).hash()).isEqualTo(recorded.needString("code"));
        assertThat(AssetHash.of(Snapshot.of(file)).hash()).isEqualTo(recorded.needString("asset"));
    }
}

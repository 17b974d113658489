package io.jenkins.plugins.azml.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.wire.Placeholders;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of the corpus means what the official client writes for it. The records beside the files were made by
 * {@code scenarios/fidelity/record.py} with azure-ai-ml 1.35.2.
 */
class FidelityTest {
    private static final Path CORPUS = Path.of("src/test/resources/spec/corpus");

    private static final Map<String, Kind> KINDS = Map.of(
            "job", Kind.COMMAND_JOB,
            "data", Kind.DATA,
            "environment", Kind.ENVIRONMENT,
            "compute", Kind.COMPUTE,
            "datastore", Kind.DATASTORE,
            "model", Kind.MODEL,
            "endpoint", Kind.ONLINE_ENDPOINT,
            "deployment", Kind.MANAGED_ONLINE_DEPLOYMENT);

    private static final Placeholders REFERENCES = new Placeholders(
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg"
                    + "/providers/Microsoft.MachineLearningServices/workspaces/ws",
            "westeurope",
            "{experiment}");

    @TestFactory
    Stream<DynamicTest> a_file_means_what_the_official_client_writes_for_it() {
        return files().map(file -> DynamicTest.dynamicTest(name(file), () -> assertSame(file)));
    }

    @Test
    void the_corpus_has_at_least_eighty_files() {
        assertThat(files().count()).isGreaterThanOrEqualTo(80);
    }

    private static void assertSame(Path file) throws IOException {
        Map<?, ?> recorded = (Map<?, ?>) Json.read(Files.readAllBytes(record(file)));

        Spec spec = Specs.read(file, Overrides.none(), KINDS.get(folder(file)), Spec.class);
        List<Write> writes = Writes.of(spec, REFERENCES);

        List<?> rendered =
                (List<?>) Json.read(Json.write(writes.stream().map(Write::json).toList()));
        assertThat(rendered).isEqualTo(recorded.get("writes"));
    }

    private static Stream<Path> files() {
        return KINDS.keySet().stream().sorted().flatMap(kind -> list(CORPUS.resolve(kind)));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path record(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".yml", ".json"));
    }

    private static String folder(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static String name(Path file) {
        return folder(file) + "/" + file.getFileName();
    }
}

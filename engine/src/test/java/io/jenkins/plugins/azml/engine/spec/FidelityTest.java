package io.jenkins.plugins.azml.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.Json;
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
    private static final Placeholders REFERENCES = new Placeholders(
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg"
                    + "/providers/Microsoft.MachineLearningServices/workspaces/ws",
            "westeurope",
            "{experiment}");

    @TestFactory
    Stream<DynamicTest> a_file_means_what_the_official_client_writes_for_it() {
        return Corpus.files("corpus").stream()
                .map(file -> DynamicTest.dynamicTest(Corpus.name(file), () -> assertSame(file)));
    }

    @TestFactory
    Stream<DynamicTest> a_file_with_a_schema_or_a_type_is_recognised_without_being_told_its_kind() {
        return Corpus.files("corpus").stream()
                .filter(FidelityTest::saysWhatItIs)
                .map(file -> DynamicTest.dynamicTest(
                        Corpus.name(file), () -> assertThat(Specs.kind(file)).isEqualTo(Corpus.kind(file))));
    }

    @Test
    void the_corpus_has_at_least_eighty_files() {
        assertThat(Corpus.files("corpus")).hasSizeGreaterThanOrEqualTo(80);
    }

    private static boolean saysWhatItIs(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith("$schema:") || line.startsWith("type:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Path file) throws IOException {
        Map<?, ?> recorded = (Map<?, ?>) Json.read(Files.readAllBytes(record(file)));

        List<Write> writes = Writes.of(Corpus.read(file), REFERENCES);

        Object rendered = Json.read(Json.write(writes.stream().map(Write::json).toList()));
        assertThat(rendered).isEqualTo(recorded.get("writes"));
    }

    private static Path record(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".yml", ".json"));
    }
}

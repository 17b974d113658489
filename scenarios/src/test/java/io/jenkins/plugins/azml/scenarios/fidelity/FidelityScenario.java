package io.jenkins.plugins.azml.scenarios.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The whole corpus read by the official client as it is today, in one process, and by us. What is left out of the
 * comparison stands in {@code scenarios/fidelity/record.py}, in {@code normalise()}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FidelityScenario {
    private static final Path FOLDER = Path.of("target", "fidelity").toAbsolutePath();
    private static final Path RECORDER = Path.of("fidelity", "record.py").toAbsolutePath();
    private static final List<String> PARTS = List.of("corpus", "refused", "stricter");
    private static final int LIMIT_MINUTES = 5;

    private Map<CorpusFile, Map<?, ?>> client = Map.of();

    @BeforeAll
    void let_the_client_read_every_file() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Map<CorpusFile, Map<?, ?>> records = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        ((Map<?, ?>) Json.read(recorded()))
                .forEach((name, what) -> records.put(new CorpusFile((String) name), (Map<?, ?>) what));
        client = records;
        print();
    }

    @Test
    void a_file_means_to_us_what_the_client_writes_for_it_today() {
        List<CorpusFile> files = of("corpus");

        assertThat(files).hasSizeGreaterThanOrEqualTo(80);
        assertThat(files)
                .allSatisfy(file -> assertThat(file.rendered())
                        .as(file.name())
                        .isEqualTo(client.get(file).get("writes")));
    }

    @Test
    void a_file_that_the_client_refuses_is_refused() {
        List<CorpusFile> files = of("refused");

        assertThat(files).hasSizeGreaterThanOrEqualTo(100);
        assertThat(files)
                .allSatisfy(file -> assertThat(client.get(file).get("refused")).isNotNull());
        assertThat(files).allSatisfy(file -> assertThat(file.refusal()).isPresent());
    }

    @Test
    void where_we_are_stricter_the_client_is_not() {
        List<CorpusFile> files = of("stricter");

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(client.get(file).get("writes")).isNotNull());
        assertThat(files).allSatisfy(file -> assertThat(file.refusal()).isPresent());
    }

    private List<CorpusFile> of(String part) {
        return client.keySet().stream().filter(file -> file.part().equals(part)).toList();
    }

    private static byte[] recorded() throws IOException, InterruptedException {
        File records = FOLDER.resolve("records.json").toFile();
        List<String> line = new ArrayList<>(
                List.of(OfficialClient.python(FOLDER).toString(), "-B", RECORDER.toString(), "--print"));
        PARTS.forEach(part -> CorpusFile.KINDS.keySet().stream().sorted().forEach(kind -> line.add(part + "/" + kind)));
        Process process = new ProcessBuilder(line)
                .directory(CorpusFile.ROOT.toFile())
                .redirectOutput(records)
                .redirectError(FOLDER.resolve("errors.txt").toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue())
                .as(Files.readString(FOLDER.resolve("errors.txt")))
                .isZero();
        return Files.readAllBytes(records.toPath());
    }

    private void print() {
        System.out.println("[fidelity] kind: files, equal to the client; files that it refuses, refused alike");
        CorpusFile.KINDS.keySet().stream().sorted().forEach(kind -> {
            Predicate<CorpusFile> same = file -> file.kind().equals(kind)
                    && Objects.equals(file.rendered(), client.get(file).get("writes"));
            Predicate<CorpusFile> refused =
                    file -> file.kind().equals(kind) && file.refusal().isPresent();
            System.out.printf(
                    "[fidelity] %s: %d, %d; %d, %d%n",
                    kind,
                    count("corpus", file -> file.kind().equals(kind)),
                    count("corpus", same),
                    count("refused", file -> file.kind().equals(kind)),
                    count("refused", refused));
        });
    }

    private long count(String part, Predicate<CorpusFile> which) {
        return of(part).stream().filter(which).count();
    }
}

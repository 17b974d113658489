package io.jenkins.plugins.azml.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files of the corpus, each with one thing made wrong: it is found, on its line. */
class MutantTest {
    private static final long SEED = 42;
    private static final Pattern TOP_KEY = Pattern.compile("([a-z_]+):.*");
    private static final Pattern INLINE = Pattern.compile("([a-z_]+): [^>|&*].*");
    private static final Pattern ASSET = Pattern.compile("(azureml:[a-z-]+):[0-9]+\"?}?$");

    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "creation_context",
            "log_files",
            "parameters",
            "latest_version",
            "provisioning_state",
            "provisioning_errors",
            "created_on",
            "job_name",
            "utc_time_created",
            "kind",
            "scoring_uri",
            "openapi_uri");

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "job", Set.of("command", "environment"),
            "data", Set.of("path"),
            "environment", Set.of("name"),
            "compute", Set.of("name", "type"),
            "datastore", Set.of("name", "type", "account_name", "container_name", "store_name"),
            "model", Set.of("name", "path"),
            "endpoint", Set.of("name"),
            "deployment", Set.of("name", "endpoint_name", "instance_type"));

    private static final Set<String> CHOICES =
            Set.of("type", "auth_mode", "tier", "os_type", "public_network_access", "egress_public_network_access");

    /** A changed file and where the change must be found. */
    private record Mutant(Path origin, List<String> lines, int line, Optional<String> suggestion) {
        @Override
        public String toString() {
            return Corpus.name(origin) + ":" + line + ": " + lines.get(line - 1)
                    + suggestion.map(" ~ "::concat).orElse("");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void a_misspelt_key_is_found_with_its_right_name() {
        Random random = new Random(SEED);

        assertAllFound("misspelt key", mutants(MutantTest::keyLines, (line, file) -> misspelt(line, random)), 300);
    }

    @Test
    void a_missing_key_is_found_where_the_mapping_begins() {
        assertAllFound(
                "missing key",
                origins()
                        .flatMap(file -> keyLines(file).stream()
                                .filter(line -> REQUIRED.get(Corpus.folder(file))
                                        .contains(key(lines(file).get(line))))
                                .map(line -> without(file, line))),
                120);
    }

    @Test
    void a_value_of_a_wrong_type_is_found() {
        assertAllFound(
                "wrong type",
                mutants(
                        file -> keyLines(file).stream()
                                .filter(line ->
                                        INLINE.matcher(lines(file).get(line)).matches())
                                .toList(),
                        (line, file) -> Optional.of(new Change(key(line) + ": [[1]]", Optional.empty()))),
                300);
    }

    @Test
    void a_word_that_is_none_of_the_allowed_ones_is_found() {
        assertAllFound(
                "bad word",
                mutants(
                        file -> keyLines(file).stream()
                                .filter(line -> CHOICES.contains(key(lines(file).get(line))))
                                .toList(),
                        (line, file) -> Optional.of(new Change(key(line) + ": zzzzzz", Optional.empty()))),
                40);
    }

    @Test
    void a_dangling_reference_is_found() {
        assertAllFound(
                "dangling reference",
                mutants(file -> IntStream.range(0, lines(file).size()).boxed().toList(), MutantTest::dangling),
                50);
    }

    private record Change(String line, Optional<String> suggestion) {}

    private interface Mutation {
        Optional<Change> of(String line, Path file);
    }

    private static Stream<Path> origins() {
        return Corpus.files("corpus").stream();
    }

    private static Stream<Mutant> mutants(Function<Path, List<Integer>> places, Mutation mutation) {
        return origins()
                .flatMap(file -> places.apply(file).stream()
                        .flatMap(line -> mutation.of(lines(file).get(line), file).stream()
                                .map(change -> with(file, line, change))));
    }

    private static Mutant with(Path file, int line, Change change) {
        List<String> lines = new ArrayList<>(lines(file));
        lines.set(line, change.line());
        return new Mutant(file, lines, line + 1, change.suggestion());
    }

    private static Mutant without(Path file, int line) {
        List<String> lines = new ArrayList<>(lines(file));
        lines.remove(line);
        while (line < lines.size() && lines.get(line).startsWith(" ")) {
            lines.remove(line);
        }
        return new Mutant(file, lines, 1, Optional.empty());
    }

    private void assertAllFound(String what, Stream<Mutant> mutants, int least) {
        List<Mutant> all = mutants.toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(least);
        List<Mutant> missed = all.stream().filter(mutant -> !isFound(mutant)).toList();
        System.out.printf("[fidelity] mutants, %s: %d of %d found%n", what, all.size() - missed.size(), all.size());
        assertThat(missed).isEmpty();
    }

    private boolean isFound(Mutant mutant) {
        return Corpus.findings(write(mutant)).stream()
                .anyMatch(finding -> finding.where().line() == mutant.line()
                        && (mutant.suggestion().isEmpty()
                                || mutant.suggestion()
                                        .get()
                                        .equals(finding.problem().suggestion())));
    }

    private Path write(Mutant mutant) {
        try {
            Path kind = Files.createDirectories(folder.resolve(Corpus.folder(mutant.origin())));
            copyFiles();
            return Files.write(kind.resolve(mutant.origin().getFileName()), mutant.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyFiles() throws IOException {
        Path target = folder.resolve("files");
        if (Files.exists(target)) {
            return;
        }
        Path source = Corpus.ROOT.resolve("corpus/files");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file)));
            }
        }
    }

    private static List<Integer> keyLines(Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> TOP_KEY.matcher(lines.get(i)).matches())
                .filter(i -> !READ_ONLY.contains(key(lines.get(i))))
                .filter(i -> !(Corpus.folder(file).equals("data")
                        && key(lines.get(i)).equals("properties")))
                .boxed()
                .toList();
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /** Two letters swapped, one left out, or one doubled. */
    private static Optional<Change> misspelt(String line, Random random) {
        String key = key(line);
        int at = random.nextInt(key.length() - 1);
        String wrong = switch (random.nextInt(3)) {
            case 0 -> key.substring(0, at) + key.charAt(at + 1) + key.charAt(at) + key.substring(at + 2);
            case 1 -> key.substring(0, at) + key.substring(at + 1);
            default -> key.substring(0, at) + key.charAt(at) + key.substring(at);
        };
        return wrong.equals(key)
                ? Optional.empty()
                : Optional.of(new Change(wrong + line.substring(key.length()), Optional.of(key)));
    }

    private static Optional<Change> dangling(String line, Path file) {
        Matcher asset = ASSET.matcher(line);
        if (line.startsWith("command: ") && line.contains("${{inputs.") && !line.contains("[")) {
            return changed(line.replaceFirst("\\$\\{\\{inputs\\.", "\\${{inputs.no_"));
        }
        if (line.contains("../files/") && !line.contains("file:")) {
            return changed(line.replace("../files/", "../files/none/"));
        }
        boolean reference = asset.find() && (line.startsWith("environment:") || line.startsWith("model:"));
        return reference ? changed(asset.replaceFirst("$1")) : Optional.empty();
    }

    private static Optional<Change> changed(String line) {
        return Optional.of(new Change(line, Optional.empty()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jenkins.plugins.azml.scenarios.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/security.md} says what is so. */
class SecurityTableScenario {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (.+?) \\| (.+) \\| (.+) \\| (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private record Row(int number, String where, String input, String expected, String enforcedBy) {
        boolean comesLater() {
            return enforcedBy.startsWith("with ");
        }

        List<MatchResult> tests() {
            return TEST.matcher(enforcedBy).results().toList();
        }
    }

    @Test
    void every_case_is_there_and_every_test_that_it_names() throws IOException {
        List<Row> rows = rows();
        Map<String, String> sources = sources();

        rows.forEach(row -> System.out.println(
                row.number() + " | " + row.where() + " | " + row.expected() + " | " + row.enforcedBy()));
        System.out.printf(
                "security: %d of 40 cases are held by %d tests%n",
                rows.stream().filter(row -> !row.comesLater()).count(),
                rows.stream()
                        .flatMap(row -> row.tests().stream())
                        .map(MatchResult::group)
                        .distinct()
                        .count());

        assertThat(rows.stream().map(Row::number))
                .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.comesLater() || !row.tests().isEmpty())
                        .as("case %s names a test", row.number())
                        .isTrue());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.tests())
                        .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), "no class " + test.group(1)))
                                .contains("void " + test.group(2) + "(")));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .map(row ->
                        new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4), row.group(5)))
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("engine", "emulator", "runner", "cli", "plugin", "scenarios", "acceptance")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}

package io.jenkins.plugins.azml.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A wrong file is refused on the line that is marked {@code # refused: words of the message ~ suggestion}. The official
 * client refuses those in {@code refused} too; those in {@code stricter} it sends, and Azure or the job refuses them.
 */
class RefusalTest {
    private static final String MARK = "# refused:";

    /** What the mark in a file asks for. */
    private record Expected(int line, String words, Optional<String> suggestion) {
        static Expected of(List<String> lines) {
            int line = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).contains(MARK))
                    .findFirst()
                    .orElseThrow();
            String mark = lines.get(line).substring(lines.get(line).indexOf(MARK) + MARK.length());
            String[] parts = mark.split("~", -1);
            return new Expected(
                    line + 1, parts[0].strip(), parts.length > 1 ? Optional.of(parts[1].strip()) : Optional.empty());
        }

        boolean isMetBy(Finding finding) {
            return finding.where().line() == line
                    && finding.problem().what().contains(words)
                    && (suggestion.isEmpty()
                            || suggestion.equals(
                                    Optional.ofNullable(finding.problem().suggestion())));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_file_is_refused_on_the_right_line() {
        return Stream.of("refused", "stricter")
                .flatMap(part -> Corpus.files(part).stream())
                .map(file -> DynamicTest.dynamicTest(Corpus.name(file), () -> assertRefused(file)));
    }

    private static void assertRefused(Path file) throws Exception {
        Expected expected = Expected.of(Files.readAllLines(file));

        assertThat(Corpus.findings(file)).anyMatch(expected::isMetBy);
    }
}

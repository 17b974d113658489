package io.jenkins.plugins.azml.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/errors.md} is where an error sends its reader. */
class ErrorsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/errors.md");

    @Test
    void every_code_has_its_heading_in_the_order_of_the_codes() throws IOException {
        List<String> headings = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_heading_has_a_text_that_begins_with_an_exit_code(ProblemCode code) throws IOException {
        assertThat(text(code)).matches("(?s)Exit code \\d+\\. .{40,}");
    }

    @Test
    void the_codes_of_a_kind_share_an_exit_code_and_no_two_kinds_do() {
        Map<ProblemKind, Set<String>> exits = Arrays.stream(ProblemCode.values())
                .collect(Collectors.groupingBy(
                        ProblemCode::kind, Collectors.mapping(ErrorsDocumentTest::exit, Collectors.toSet())));

        assertThat(exits.values())
                .allSatisfy(exit -> assertThat(exit).hasSize(1))
                .doesNotHaveDuplicates();
    }

    private static String exit(ProblemCode code) {
        return text(code).split("\\.")[0];
    }

    private static String text(ProblemCode code) {
        try {
            return Files.readString(DOCUMENT).split("## " + code + "\n\n")[1].split("\n## ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

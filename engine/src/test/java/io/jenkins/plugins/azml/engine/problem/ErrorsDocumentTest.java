package io.jenkins.plugins.azml.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/errors.md} is where an error sends its reader. */
class ErrorsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/errors.md");

    @Test
    void every_code_has_its_heading_in_the_order_of_the_codes() throws IOException {
        List<String> headings = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_heading_has_a_text(ProblemCode code) throws IOException {
        String text = Files.readString(DOCUMENT).split("### " + code + "\n")[1].split("\n#")[0];

        assertThat(text.strip()).hasSizeGreaterThan(40);
    }

    @Test
    void codes_of_one_kind_stand_in_one_part_which_names_their_exit_code() throws IOException {
        Map<String, List<ProblemKind>> kindsOfPart = new LinkedHashMap<>();
        for (String part : Files.readString(DOCUMENT).split("\n## ")) {
            kindsOfPart.put(part, kinds(part));
        }
        kindsOfPart.values().removeIf(List::isEmpty);

        assertThat(kindsOfPart.values().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(ProblemKind.values().length);
        assertThat(kindsOfPart.keySet()).allSatisfy(part -> assertThat(part).containsPattern("\nExit code \\d+\\."));
    }

    private static List<ProblemKind> kinds(String part) {
        return part.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> ProblemCode.valueOf(line.substring(4)).kind())
                .distinct()
                .toList();
    }
}

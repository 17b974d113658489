package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_code_has_a_remedy_on_one_short_line(ProblemCode code) {
        assertThat(Remedies.of(code)).isNotBlank().hasLineCount(1).hasSizeLessThan(110);
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void every_kind_of_problem_has_an_exit_status_of_its_own_that_the_docs_name(ProblemKind kind) throws IOException {
        assertThat(Files.readString(Path.of("../docs/cli.md")))
                .contains("\n| " + ExitCode.of(kind).status() + " |");
    }

    @Test
    void exit_statuses_are_those_that_were_promised() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::status)).containsExactly(0, 1, 2, 3, 4, 5, 6, 70);
    }
}

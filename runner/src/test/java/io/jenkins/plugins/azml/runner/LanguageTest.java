package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine of 2019 lacks and Jenkins has. */
class LanguageTest {
    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @Test
    void an_assignment_has_a_value() throws IOException {
        run.of("def a\ndef b\na = b = 3\necho \"${a} ${b} ${(a += 2)}\"");

        assertThat(run.console()).contains("3 3 5");
    }

    @Test
    void a_variable_of_a_loop_body_is_new_in_each_round() throws IOException {
        run.of("def l = []\nfor (n in ['x', 'y']) { def copy = n; l << { copy } }\necho \"${l[0]()} ${l[1]()}\"");

        assertThat(run.console()).contains("x y");
    }

    @Test
    void arguments_lists_and_maps_can_be_spread() throws IOException {
        run.of("def f(a, b) { \"${a}-${b}\" }\n"
                + "def m = [b: 2]\n"
                + "echo \"${f(*[1, 2])} ${[0, *[1, 2]]} ${[a: 1, *: m]}\"");

        assertThat(run.console()).contains("1-2 [0, 1, 2] [a:1, b:2]");
    }

    @Test
    void a_default_argument_may_call_a_step() throws IOException {
        run.of("def from() { sleep time: 1, unit: 'MILLISECONDS'; 'step' }\n"
                + "def f(a, b = from(), c = 'constant') { \"${a}-${b}-${c}\" }\n"
                + "echo \"${f(1)} ${f(1, 2)} ${f(1, 2, 3)}\"");

        assertThat(run.console()).contains("1-step-constant 1-2-constant 1-2-3");
    }

    @Test
    void a_break_outside_of_a_loop_is_an_error_with_line_and_column() throws IOException {
        run.of("def l = [1]\nl.each {\n    break\n}");

        assertThat(run.console()).contains("WorkflowScript: 3:").contains("@ line 3, column 5.");
    }
}

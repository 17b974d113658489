package io.jenkins.plugins.azml.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFileTest {
    @TempDir
    private Path folder;

    private Terminal validate(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yml"), text);
        Terminal terminal = new Terminal(folder, Map.of());
        int status = terminal.run("validate", file.toString());
        assertThat(status).isEqualTo(terminal.out().contains("is right") ? 0 : 2);
        return terminal;
    }

    @Test
    void the_examples_whole_folder_is_right() {
        Terminal terminal = new Terminal(folder, Map.of());

        int status =
                terminal.run("validate", Path.of("../examples/diabetes/azml").toString());

        assertThat(status).isZero();
        assertThat(terminal.out()).contains("7 files are right");
    }

    @Test
    void every_mistake_has_its_place_and_the_nearest_right_word() throws IOException {
        Terminal terminal = validate("""
                models:
                  iris: {gate: azml/gates.yml}
                approval: {hours: soon}
                freeze: [{days: [Frii]}]
                reuse: maybe
                """);

        assertThat(terminal.out().lines().map(line -> line.replaceFirst(".*pipeline.yml", "")))
                .containsExactly(
                        ":2:10: unknown key 'gate' in 'iris', expected one of job, gates, model, deployment, tests, endpoint, set,"
                                + " pullRequest, staging; did you mean 'gates'?",
                        ":3:19: 'hours' must be a number, not the text 'soon'",
                        ":4:18: an entry of 'days' must be one of Mon, Tue, Wed, Thu, Fri, Sat, Sun, not 'Frii'; did you mean"
                                + " 'Fri'?",
                        ":5:8: 'reuse' must be true or false, not the text 'maybe'");
    }

    @Test
    void what_decides_on_trust_is_refused_in_the_file() throws IOException {
        for (String key : List.of("fork", "commands", "result")) {
            assertThat(validate("models: {iris: }\n" + key + ": {}\n").out())
                    .contains("unknown key '" + key + "' in a pipeline file");
        }
    }

    @Test
    void a_model_of_which_nothing_is_said_is_right() throws IOException {
        assertThat(validate("models: {iris: }\n").out()).contains("is right");
    }

    @Test
    void a_part_of_an_hour_and_a_name_with_a_blank_are_refused() throws IOException {
        assertThat(validate("models: {'my model': {}}\napproval: {hours: 1.5}\n")
                        .out())
                .contains("'my model' in 'models'; expected a name of letters, digits, '_', '.' and '-'")
                .contains("'hours' is 1.5; expected a whole number");
    }

    @Test
    void a_number_below_the_least_and_a_text_of_another_form_are_refused() throws IOException {
        assertThat(validate("models: {iris: {}}\napproval: {hours: 0}\nfreeze: [{from: tomorrow}]\n")
                        .out())
                .contains("'hours' is 0; expected 1 or more")
                .contains("'from' is 'tomorrow'; expected a date or time such as 2026-12-24 or 2026-12-24 18:00");
    }
}

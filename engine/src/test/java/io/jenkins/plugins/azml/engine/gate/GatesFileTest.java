package io.jenkins.plugins.azml.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesFileTest {

    @Test
    void a_file_with_all_kinds_is_read() {
        Gates gates = read("""
                gates:
                  - metric: rmse
                    max: 65
                  - metric: r2
                    min: 0.3
                  - metric: rmse
                    champion:
                      direction: lower
                      tolerance: 1.0
                """);

        assertThat(gates.gates())
                .containsExactly(
                        new Gate.Maximum("rmse", new BigDecimal("65")),
                        new Gate.Minimum("r2", new BigDecimal("0.3")),
                        new Gate.Champion("rmse", Direction.LOWER, new BigDecimal("1.0")));
    }

    @Test
    void the_worked_example_is_read() {
        Gates gates = GatesFile.read(Path.of("../examples/diabetes/azml/gates.yml"));

        assertThat(gates.gates()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gates: []", "gates: ", "gates: {metric: rmse}", "gates: rmse"})
    void gates_that_are_not_a_list_with_an_entry_are_refused(String text) {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .contains(": 'gates' must be a list with one entry at least");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "$schema: x"})
    void a_file_without_gates_is_refused(String text) {
        assertThat(problems(text)).containsExactly("gates.yml:1:1: a gates file lacks the key 'gates'");
    }

    @Test
    void a_document_that_is_not_a_mapping_is_refused() {
        assertThat(problems("- 1")).containsExactly("gates.yml:1:1: a gates file must be a mapping, not a list");
    }

    @Test
    void every_mistake_is_reported_at_once_with_its_place_and_the_nearest_right_name() {
        assertThat(problems("""
                        gats: 1
                        gates:
                          - metrc: rmse
                            max: 65
                          - metric: r2
                            min: high
                          - metric: rmse
                            champion: {direction: lowr, tolerance: -1}
                          - metric: rmse
                            max: 1
                            min: 0
                          - metric: rmse
                          - metric: 7
                            min: .nan
                          - metric: rmse
                            champion: {tolerence: 1}
                          - rmse
                        """))
                .containsExactly(
                        "gates.yml:1:1: unknown key 'gats' in a gates file, expected one of gates, $schema;"
                                + " did you mean 'gates'?",
                        "gates.yml:3:5: unknown key 'metrc' in a gate, expected one of metric, min, max, champion;"
                                + " did you mean 'metric'?",
                        "gates.yml:3:5: a gate lacks the key 'metric'",
                        "gates.yml:6:10: 'min' must be a finite number, not the text 'high'",
                        "gates.yml:8:27: 'direction' must be one of higher, lower, not 'lowr'; did you mean 'lower'?",
                        "gates.yml:8:33: 'tolerance' must be zero or more, not -1",
                        "gates.yml:10:5: a gate has exactly one of min, max, champion; this one has min and max",
                        "gates.yml:12:5: a gate has exactly one of min, max, champion; this one has none",
                        "gates.yml:13:13: 'metric' must be text, not the number 7",
                        "gates.yml:14:10: 'min' must be a finite number, not the number .nan",
                        "gates.yml:16:15: 'champion' lacks the key 'direction'",
                        "gates.yml:16:15: 'champion' lacks the key 'tolerance'",
                        "gates.yml:16:16: unknown key 'tolerence' in 'champion', expected one of direction, tolerance;"
                                + " did you mean 'tolerance'?",
                        "gates.yml:17:5: a gate must be a mapping, not the text 'rmse'");
    }

    @Test
    void a_mistake_is_an_invalid_file() {
        ProblemException failure = failure("gates: []");

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.INVALID_FILE);
    }

    private static List<String> problems(String text) {
        return failure(text).problems().stream().map(Problem::toString).toList();
    }

    private static ProblemException failure(String text) {
        return catchThrowableOfType(ProblemException.class, () -> read(text));
    }

    private static Gates read(String text) {
        return GatesFile.read(YamlReader.read(text, "gates.yml"));
    }
}

package io.jenkins.plugins.azml.emulator.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTemplateTest {
    private static final Map<String, String> VALUES = Map.of("inputs.alpha", "0.5 $1", "outputs.model", "/out");

    @Test
    void references_become_their_values_as_they_are() {
        var command = new CommandTemplate("train ${{inputs.alpha}} ${{ outputs.model }} $HOME");

        assertThat(command.expand(VALUES)).isEqualTo("train 0.5 $1 /out $HOME");
    }

    @Test
    void an_optional_part_is_there_with_its_input_and_gone_without() {
        var command = new CommandTemplate("train $[[--alpha ${{inputs.alpha}}]] $[[--seed ${{inputs.seed}}]]");

        assertThat(command.expand(VALUES).strip()).isEqualTo("train --alpha 0.5 $1");
    }

    @Test
    void a_reference_to_nothing_is_named() {
        assertThatThrownBy(() -> new CommandTemplate("train ${{inputs.beta}}").expand(VALUES))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("'inputs.beta'");
    }
}

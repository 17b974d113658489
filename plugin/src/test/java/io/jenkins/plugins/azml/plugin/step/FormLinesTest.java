package io.jenkins.plugins.azml.plugin.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form has lines where a Pipeline has a map. */
class FormLinesTest {
    @Test
    void a_path_becomes_a_map_in_a_map_and_means_the_same() {
        Map<String, Object> tree =
                FormLines.tree("inputs.alpha=0.1\n inputs.seed = 7\n\ncompute=azureml:gpu\nno value\ntags.a.b=c=d");

        assertThat(tree)
                .containsExactly(
                        Map.entry("inputs", Map.of("alpha", "0.1", "seed", "7")),
                        Map.entry("compute", "azureml:gpu"),
                        Map.entry("tags", Map.of("a", Map.of("b", "c=d"))));
        assertThat(Given.texts(tree))
                .containsExactly(
                        Map.entry("inputs.alpha", "0.1"),
                        Map.entry("inputs.seed", "7"),
                        Map.entry("compute", "azureml:gpu"),
                        Map.entry("tags.a.b", "c=d"));
    }

    @Test
    void a_value_and_what_is_inside_it_are_both_kept_for_the_stage_to_refuse() {
        assertThat(Given.texts(FormLines.tree("a=1\na.b=2")))
                .containsExactly(Map.entry("a", "1"), Map.entry("a.b", "2"));
    }
}

package io.jenkins.plugins.azml.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final Interruption interruption = new Interruption();
    private final List<String> asked = new ArrayList<>();

    @Test
    void where_nothing_is_at_hand_nothing_is_waited_for() {
        assertThat(interruption.request()).isFalse();
    }

    @Test
    void the_innermost_work_is_asked_for_its_end() {
        interruption.during(() -> asked.add("demo"));
        interruption.during(() -> asked.add("stage"));

        assertThat(interruption.request()).isTrue();

        assertThat(asked).containsExactly("stage");
    }

    @Test
    void work_that_begins_after_the_request_is_asked_at_once() {
        interruption.during(() -> asked.add("demo"));
        interruption.request();

        interruption.during(() -> asked.add("next stage"));

        assertThat(asked).containsExactly("demo", "next stage");
    }

    @Test
    void work_that_is_over_is_not_asked() {
        interruption.during(() -> asked.add("stage"));
        interruption.over();

        assertThat(interruption.request()).isFalse();
        assertThat(asked).isEmpty();
    }
}

package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final Budget budget = new Budget(3, 2);

    @Test
    void a_full_bucket_gives_its_capacity_and_then_says_how_long_to_wait() {
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(now)).isEmpty();
        }

        assertThat(budget.take(now)).contains(Duration.ofMillis(500));
    }

    @Test
    void after_that_wait_there_is_one_again_and_only_one() {
        for (int i = 0; i < 3; i++) {
            budget.take(now);
        }

        assertThat(budget.take(now.plusMillis(499))).isPresent();
        assertThat(budget.take(now.plusMillis(500))).isEmpty();
        assertThat(budget.take(now.plusMillis(500))).isPresent();
    }

    @Test
    void it_never_fills_above_its_capacity() {
        budget.take(now);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(now.plusSeconds(3600))).isEmpty();
        }

        assertThat(budget.take(now.plusSeconds(3600))).isPresent();
    }

    @Test
    void a_pause_holds_everything_back_and_the_longest_one_counts() {
        budget.pause(now.plusSeconds(30));
        budget.pause(now.plusSeconds(10));

        assertThat(budget.take(now.plusSeconds(29))).contains(Duration.ofSeconds(1));
        assertThat(budget.take(now.plusSeconds(30))).isEmpty();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_and_takes_nothing() {
        budget.take(now);
        budget.take(now.minusSeconds(3600));

        assertThat(budget.take(now)).isEmpty();
        assertThat(budget.take(now)).isPresent();
    }
}

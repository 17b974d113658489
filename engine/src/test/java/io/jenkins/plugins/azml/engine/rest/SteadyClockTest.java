package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant timeOfDay = START;
    private long nanoseconds = 17;

    @ParameterizedTest
    @ValueSource(ints = {-60, 0, 60})
    void time_passes_as_it_does_whatever_the_time_of_day_jumps_to(int minutes) {
        SteadyClock clock = new SteadyClock(() -> timeOfDay, () -> nanoseconds);

        timeOfDay = START.plus(Duration.ofMinutes(minutes));
        nanoseconds += Duration.ofSeconds(90).toNanos();

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void a_new_clock_takes_the_time_of_day_anew() {
        timeOfDay = START.plusSeconds(3600);

        assertThat(new SteadyClock(() -> timeOfDay, () -> nanoseconds).instant())
                .isEqualTo(START.plusSeconds(3600));
    }
}

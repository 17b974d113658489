package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 2, PT2S",
        "retry-after, ' 2 ', PT2S",
        "Retry-After, 0, PT0S",
        "Retry-After, -5, PT0S",
        "Retry-After, 3600, PT1H",
        "Retry-After, 3601, PT1H",
        "Retry-After, 1000000000, PT1H",
        "Retry-After, 9223372036854775807, PT1H",
        "Retry-After, -9223372036854775808, PT0S",
        "Retry-After, 'Tue, 01 Jan 2030 00:00:20 GMT', PT20S",
        "Retry-After, 'Tue, 01 Jan 2030 02:00:00 GMT', PT1H",
        "Retry-After, 'Mon, 31 Dec 2029 23:00:00 GMT', PT0S",
        "x-ms-retry-after-ms, 1500, PT1.5S",
        "retry-after-ms, 10, PT0.01S",
        "retry-after-ms, 99999999999, PT1H"
    })
    void a_wait_is_read_and_bounded(String header, String value, Duration wait) {
        assertThat(RetryAfter.of(new Headers(Map.of(header, value)), NOW)).contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"soon", "''", "1.5", "99999999999999999999", "'Tue, 32 Jan 2030 00:00:20 GMT'", "PT2S"})
    void what_is_no_wait_is_none(String value) {
        assertThat(RetryAfter.of(new Headers(Map.of("Retry-After", value)), NOW))
                .isEmpty();
    }

    @Test
    void milliseconds_win_over_seconds() {
        Headers both = new Headers(Map.of("Retry-After", "9", "retry-after-ms", "2000", "x-ms-retry-after-ms", "1000"));

        assertThat(RetryAfter.of(both, NOW)).contains(Duration.ofSeconds(1));
        assertThat(RetryAfter.of(Headers.none(), NOW)).isEmpty();
    }
}

package io.jenkins.plugins.azml.engine.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long an answer asks to be left alone: {@code x-ms-retry-after-ms}, {@code retry-after-ms}, then {@code
 * Retry-After} in seconds or as a date, as azure-core reads them. Negative is zero; more than an hour is an hour.
 */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    public static Optional<Duration> of(Headers headers, Instant now) {
        return headers.get("x-ms-retry-after-ms")
                .flatMap(text -> number(text).map(Duration::ofMillis))
                .or(() -> headers.get("retry-after-ms")
                        .flatMap(text -> number(text).map(Duration::ofMillis)))
                .or(() -> headers.get("Retry-After").flatMap(text -> secondsOrDate(text, now)))
                .map(RetryAfter::bounded);
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        return number(text).map(Duration::ofSeconds).or(() -> date(text).map(date -> Duration.between(now, date)));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Math.min(Long.parseLong(text.trim()), LONGEST.toMillis()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}

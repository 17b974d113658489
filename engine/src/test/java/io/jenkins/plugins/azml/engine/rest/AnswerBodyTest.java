package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerBodyTest {
    private long now;

    @Test
    void a_body_of_the_announced_length_is_whole() throws IOException {
        try (var body = new AnswerBody(new ByteArrayInputStream(new byte[10]), 10, Duration.ofSeconds(1), () -> now)) {
            assertThat(body.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void one_that_ends_before_is_not() {
        var body = new AnswerBody(new ByteArrayInputStream(new byte[10]), 11, Duration.ofSeconds(1), () -> now);

        assertThatThrownBy(body::readAllBytes)
                .isInstanceOf(EOFException.class)
                .hasMessage("the answer ends after 10 of 11 bytes");
    }

    @Test
    void a_byte_a_second_is_too_slow() {
        var body = new AnswerBody(everySecond(1), -1, Duration.ofSeconds(30), () -> now);

        assertThatThrownBy(body::readAllBytes)
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("the answer comes too slowly: 31 bytes in 31 s");
    }

    @Test
    void two_kilobytes_a_second_may_last_for_an_hour() throws IOException {
        var body = new AnswerBody(everySecond(2048), -1, Duration.ofSeconds(30), () -> now);

        assertThat(body.readNBytes(3600 * 2048)).hasSize(3600 * 2048);
    }

    @Test
    void closing_reads_a_little_but_not_a_lot() throws IOException {
        InputStream little = new ByteArrayInputStream(new byte[10_000]);
        InputStream lot = new ByteArrayInputStream(new byte[10_000_000]);

        new AnswerBody(little, -1, Duration.ofSeconds(1), () -> now).close();
        new AnswerBody(lot, -1, Duration.ofSeconds(1), () -> now).close();

        assertThat(little.available()).isZero();
        assertThat(lot.available()).isGreaterThan(9_900_000);
    }

    private InputStream everySecond(int bytes) {
        return new InputStream() {
            @Override
            public int read() {
                now += 1_000_000_000;
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                now += 1_000_000_000;
                return Math.min(length, bytes);
            }
        };
    }
}

package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileAnswerTest {
    private static final Call<?> READ = Call.get("read job 'j'", URI.create("https://arm.test/j"));

    /** A body without an end, and how much of it was read. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            return given++ == 0 ? '[' : ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void an_answer_without_end_is_read_for_16_mebibytes_and_no_further() {
        Endless body = new Endless();

        Unsettled failure = catchThrowableOfType(
                Unsettled.class, () -> pipeline(200, body, new ArrayList<>()).send(READ));

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER);
        assertThat(failure).hasMessageContaining("larger than 16 MiB");
        assertThat(body.given).isLessThan(17L << 20);
    }

    @Test
    void a_refusal_without_end_is_read_for_64_kibibytes_and_no_further() {
        Endless body = new Endless();

        ProblemException failure = catchThrowableOfType(
                ProblemException.class,
                () -> pipeline(400, body, new ArrayList<>()).send(READ));

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.REFUSED);
        assertThat(body.given).isLessThanOrEqualTo(64 << 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_to_another_host_is_followed_by_nobody(int status) {
        List<URI> sent = new ArrayList<>();

        ProblemException failure = catchThrowableOfType(
                ProblemException.class,
                () -> pipeline(status, InputStream.nullInputStream(), sent).send(READ));

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.REFUSED);
        assertThat(sent).containsExactly(READ.url());
    }

    private static Pipeline pipeline(int status, InputStream body, List<URI> sent) {
        return new Pipeline(
                request -> {
                    sent.add(request.url());
                    return new Transport.Response(
                            status, new Headers(java.util.Map.of("Location", "https://evil.test/")), body);
                },
                fresh -> "t",
                new Hosts(Set.of("arm.test"), Set.of()),
                Budget.ofSubscription(),
                () -> Instant.EPOCH);
    }
}

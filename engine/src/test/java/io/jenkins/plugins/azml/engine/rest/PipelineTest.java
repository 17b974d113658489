package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final URI JOB = URI.create("https://arm.test/jobs/1");
    private static final Call<?> READ = Call.get("read job '1'", JOB);
    private static final Call<?> WRITE = Call.put("write job '1'", JOB, Map.of("a", 1));

    private final List<Transport.Request> sent = new ArrayList<>();
    private final List<Boolean> asked = new ArrayList<>();
    private final Budget budget = new Budget(100, 1);

    @Test
    void a_call_is_authorised_sent_and_decoded() {
        var json = pipeline(Answers.of(200, "{\"name\":\"1\"}")).send(Call.get("read", JOB));

        assertThat(json.needString("name")).isEqualTo("1");
        assertThat(sent.get(0).headers()).containsEntry("Authorization", "Bearer t-false");
        assertThat(asked).containsExactly(false);
    }

    @Test
    void a_call_for_nobody_carries_no_token() {
        pipeline(Answers.of(200, "")).send(READ.as(Call.Auth.NONE));

        assertThat(sent.get(0).headers()).doesNotContainKey("Authorization");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_host_that_is_not_listed_is_not_asked_and_no_token_is_fetched() {
        Call<?> call = Call.get("read job", URI.create("https://evil.test/x?sig=S3CRET"));

        assertThatThrownBy(() -> pipeline(Answers.of(200, "")).send(call))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.HOST_NOT_LISTED))
                .hasMessage("will not read job: https://evil.test/x is not a listed Azure host, so it gets no token");
        assertThat(sent).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_refused_token_is_renewed_once() {
        pipeline(Answers.of(401, ""), Answers.of(200, "")).send(WRITE);

        assertThat(asked).containsExactly(false, true);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).headers()).containsEntry("Authorization", "Bearer t-true");
    }

    @Test
    void one_that_is_refused_again_is_a_problem() {
        assertThatThrownBy(
                        () -> pipeline(Answers.of(401, ""), Answers.of(401, "")).send(WRITE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_SIGNED_IN));
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_401_to_nobody_is_not_repeated() {
        assertThatThrownBy(() -> pipeline(Answers.of(401, "")).send(READ.as(Call.Auth.NONE)))
                .isInstanceOf(ProblemException.class);
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 307, 400, 403, 404, 409, 412, 422, 501})
    void what_repeating_does_not_help_is_a_problem(int status) {
        assertThatThrownBy(() -> pipeline(Answers.of(status, "")).send(WRITE)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"408, false", "429, false", "500, true", "502, true", "503, true", "504, true"})
    void what_may_pass_is_unsettled_and_a_write_may_have_happened_behind_a_5xx(int status, boolean write) {
        assertThat(unsettled(READ, Answers.of(status, "")).mayHaveHappened()).isFalse();
        assertThat(unsettled(WRITE, Answers.of(status, "")).mayHaveHappened()).isEqualTo(write);
    }

    @Test
    void a_429_pauses_everybody_who_shares_the_budget() {
        Unsettled first = unsettled(READ, Answers.of(429, "", "Retry-After", "7"));
        Unsettled second = unsettled(WRITE);

        assertThat(first.after()).isEqualTo(Duration.ofSeconds(7));
        assertThat(second.after()).isEqualTo(Duration.ofSeconds(7));
        assertThat(second.mayHaveHappened()).isFalse();
        assertThat(second.problem().code()).isEqualTo(ProblemCode.THROTTLED);
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_answer_that_was_lost_is_unsettled() {
        Pipeline losing = pipeline(request -> {
            throw new IOException("reset by\n\u001b[2J peer");
        });

        Unsettled read = catchThrowableOfType(Unsettled.class, () -> losing.send(READ));
        Unsettled write = catchThrowableOfType(Unsettled.class, () -> losing.send(WRITE));

        assertThat(read.mayHaveHappened()).isFalse();
        assertThat(write.mayHaveHappened()).isTrue();
        assertThat(write)
                .hasMessage("could not write job '1': no answer from https://arm.test/jobs/1 (reset by [2J peer)");
    }

    @Test
    void a_request_that_was_not_sent_has_surely_not_happened() {
        Pipeline away = pipeline(request -> {
            throw new Transport.NotSentException("nothing listens on arm.test:443", new IOException());
        });

        Unsettled write = catchThrowableOfType(Unsettled.class, () -> away.send(WRITE));

        assertThat(write.mayHaveHappened()).isFalse();
        assertThat(write.problem().code()).isEqualTo(ProblemCode.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{", "[]", "{\"a\":1,\"a\":2}"})
    void a_success_that_is_unreadable_may_have_happened(String body) {
        Unsettled write = unsettled(WRITE, Answers.of(200, body, "x-ms-request-id", "r-1"));

        assertThat(write.mayHaveHappened()).isTrue();
        assertThat(write.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER);
        assertThat(write.problem().requestId()).isEqualTo("r-1");
        assertThat(unsettled(READ, Answers.of(200, body)).mayHaveHappened()).isFalse();
    }

    @Test
    void a_body_that_breaks_off_is_a_lost_answer() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };

        Unsettled write = unsettled(WRITE, new Transport.Response(201, Headers.none(), broken));

        assertThat(write.mayHaveHappened()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 503})
    void every_answer_is_closed(int status) {
        List<String> closed = new ArrayList<>();
        InputStream body = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        Pipeline pipeline = pipeline(new Transport.Response(status, Headers.none(), body));

        try {
            pipeline.send(READ);
        } catch (ProblemException | Unsettled e) {
            assertThat(status).isNotEqualTo(200);
        }

        assertThat(closed).isNotEmpty();
    }

    @Test
    void an_empty_budget_holds_a_call_back_before_it_is_sent() {
        while (budget.take(NOW).isEmpty()) {
            assertThat(sent).isEmpty();
        }

        Unsettled held = unsettled(WRITE);

        assertThat(held.after()).isEqualTo(Duration.ofSeconds(1));
        assertThat(held.mayHaveHappened()).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_fails_and_is_repeated_by_fifty_runs_stays_within_the_one_budget_of_their_host() {
        for (int run = 0; run < 50; run++) {
            Pipeline own = pipeline(request -> {
                sent.add(request);
                throw new IOException("reset");
            });
            for (int retry = 0; retry < 10; retry++) {
                assertThatThrownBy(() -> own.send(READ)).isInstanceOf(Unsettled.class);
            }
        }

        assertThat(sent)
                .as("500 tries, as many requests as there were in the bucket")
                .hasSize(100);
    }

    private Unsettled unsettled(Call<?> call, Transport.Response... answers) {
        return catchThrowableOfType(Unsettled.class, () -> pipeline(answers).send(call));
    }

    private Pipeline pipeline(Transport.Response... answers) {
        return pipeline(request -> {
            sent.add(request);
            return answers[sent.size() - 1 < answers.length ? sent.size() - 1 : answers.length - 1];
        });
    }

    private Pipeline pipeline(Transport transport) {
        Hosts hosts = new Hosts(Set.of("arm.test"), Set.of());
        TokenSource tokens = fresh -> {
            asked.add(fresh);
            return "t-" + fresh;
        };
        return new Pipeline(transport, tokens, hosts, budget, () -> NOW);
    }
}

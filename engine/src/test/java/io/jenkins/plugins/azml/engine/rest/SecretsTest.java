package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String CANARY = "c4n4ry+Of/Whatever=Goes&Round.And_Round-0987654321";
    private static final URI BLOB =
            URI.create("https://a.test/c/b?sv=1&sig=" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8));

    /** What a server, a proxy or a script may make of a secret that it repeats. */
    static Stream<String> repeatedSecrets() {
        return Stream.of(
                CANARY,
                "Authorization: Bearer " + CANARY,
                "bearer:" + CANARY,
                Json.write(CANARY),
                Json.write(Json.write(CANARY)),
                CANARY.replace("&", "&amp;"),
                CANARY.replace("+", "\\u002B").replace("&", "\\u0026"),
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                URLEncoder.encode(URLEncoder.encode(CANARY, StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                base64(CANARY),
                base64("Bearer " + CANARY),
                base64("x" + CANARY),
                base64("xy" + CANARY),
                Base64.getUrlEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)),
                CANARY.substring(0, CANARY.length() / 2),
                CANARY.substring(CANARY.length() / 2),
                "x".repeat(570) + CANARY);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("repeatedSecrets")
    void an_answer_that_repeats_the_token_gives_it_to_nobody(String repeated) {
        for (int status : new int[] {400, 401, 404, 409, 500}) {
            assertHidden(failure(Call.get("read job 'j'", URI.create("https://arm.test/j")), status, page(repeated)));
            assertHidden(failure(Call.get("read job 'j'", URI.create("https://arm.test/j")), status, arm(repeated)));
        }
    }

    @ParameterizedTest
    @MethodSource("repeatedSecrets")
    void an_answer_that_repeats_a_signature_gives_it_to_nobody(String repeated) {
        Call<?> call = Call.get("read a blob", BLOB).as(Call.Auth.NONE);

        assertHidden(failure(call, 403, page(repeated)));
        assertHidden(failure(call, 503, arm(repeated)));
    }

    @ParameterizedTest
    @MethodSource("repeatedSecrets")
    void an_operation_that_ends_by_repeating_the_token_gives_it_to_nobody(String repeated) {
        String ended = "{\"status\":\"Failed\"," + arm(repeated).substring(1);

        for (Operation.Kind kind : Operation.Kind.values()) {
            assertHidden(progress(kind, 200, ended));
            assertHidden(progress(kind, 400, arm(repeated)));
            assertHidden(progress(kind, 409, page(repeated)));
        }
    }

    private static String progress(Operation.Kind kind, int status, String body) {
        Operation operation = new Operation(URI.create("https://arm.test/o"), kind, Duration.ofSeconds(1), 0);
        Progress progress = new Operations(pipeline(status, body)).poll("create 'blue'", operation);
        assertThat(progress).isInstanceOfAny(Progress.Failed.class, Progress.Lost.class);
        return progress.toString();
    }

    @Test
    void what_shares_no_twelve_characters_with_a_secret_stays() {
        assertThat(Secrets.of(CANARY).hide("c4n4ry is a bird; Whatever happens"))
                .isEqualTo("c4n4ry is a bird; Whatever happens");
        assertThat(Secrets.of("short").hide("a short text")).isEqualTo("a short text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret-8", "a-secret-of-16-c"})
    void a_short_secret_is_hidden_as_a_whole(String secret) {
        assertThat(Secrets.of(secret).hide("<" + secret + ">")).isEqualTo("<***>");
    }

    private static String page(String text) {
        return "<html>You sent " + text + "</html>";
    }

    private static String arm(String text) {
        return "{\"error\":{\"code\":\"Bad\",\"message\":" + Json.write("You sent " + text) + "}}";
    }

    private static String failure(Call<?> call, int status, String body) {
        RuntimeException failure = catchThrowableOfType(
                RuntimeException.class, () -> pipeline(status, body).send(call));
        assertThat(failure).isInstanceOfAny(ProblemException.class, Unsettled.class);
        return failure + " " + failure.getCause();
    }

    private static Pipeline pipeline(int status, String body) {
        return new Pipeline(
                request -> Answers.of(status, body),
                fresh -> CANARY,
                new Hosts(Set.of("arm.test"), Set.of()),
                Budget.ofSubscription(),
                () -> Instant.EPOCH);
    }

    /** No twelve characters in a row of what stands for the secret. */
    private static void assertHidden(String shown) {
        Stream.of(CANARY, URLEncoder.encode(CANARY, StandardCharsets.UTF_8), base64(CANARY), base64("x" + CANARY))
                .flatMap(form -> IntStream.rangeClosed(0, form.length() - 12).mapToObj(i -> form.substring(i, i + 12)))
                .forEach(piece -> assertThat(shown).doesNotContain(piece));
    }
}

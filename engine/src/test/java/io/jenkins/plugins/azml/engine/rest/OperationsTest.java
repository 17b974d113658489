package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final URI RESOURCE = URI.create("https://arm.test/subscriptions/s/x/1?api-version=1");
    private static final URI POLLED = URI.create("https://arm.test/operations/7");

    /** kind | status | body | what it means */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STATUS | 200 | {\"status\":\"InProgress\"} | in progress",
                "STATUS | 200 | {\"status\":\"Running\"} | in progress",
                "STATUS | 200 | {\"status\":\"Updating\"} | in progress",
                "STATUS | 200 | {\"status\":\"Quantum\"} | in progress",
                "STATUS | 200 | {\"status\":\"inprogress\",\"error\":null} | in progress",
                "STATUS | 202 | {\"status\":\"InProgress\"} | in progress",
                "STATUS | 202 | `` | in progress",
                "STATUS | 202 | {} | in progress",
                "STATUS | 202 | <html> | in progress",
                "STATUS | 201 | {\"status\":\"Creating\"} | in progress",
                "STATUS | 200 | {\"status\":\"Succeeded\"} | succeeded",
                "STATUS | 200 | {\"status\":\"succeeded\"} | succeeded",
                "STATUS | 200 | {\"status\":\" SUCCEEDED \"} | succeeded",
                "STATUS | 200 | {\"status\":\"Completed\"} | succeeded",
                "STATUS | 201 | {\"status\":\"Succeeded\"} | succeeded",
                "STATUS | 202 | {\"status\":\"Succeeded\"} | succeeded",
                "STATUS | 204 | `` | succeeded",
                "STATUS | 200 | {\"properties\":{\"provisioningState\":\"Succeeded\"}} | succeeded",
                "STATUS | 200 | {\"properties\":{\"provisioningState\":\"Updating\"}} | in progress",
                "STATUS | 200 | {\"status\":null,\"properties\":{\"provisioningState\":\"Succeeded\"}} | succeeded",
                "STATUS | 200 | {\"status\":\"InProgress\",\"properties\":{\"provisioningState\":\"Succeeded\"}} | in progress",
                "STATUS | 200 | {\"properties\":{\"status\":\"Succeeded\"}} | succeeded",
                "STATUS | 200 | {\"status\":\"Failed\",\"error\":{\"code\":\"ImageBuild\",\"message\":\"no space\"}} | failed ImageBuild: no space",
                "STATUS | 202 | {\"status\":\"Failed\",\"error\":{\"code\":\"ImageBuild\",\"message\":\"no space\"}} | failed ImageBuild: no space",
                "STATUS | 200 | {\"status\":\"failed\"} | failed Failed: the service gives no reason",
                "STATUS | 200 | {\"status\":\"Failed\",\"error\":null} | failed Failed: the service gives no reason",
                "STATUS | 200 | {\"status\":\"Failed\",\"error\":{}} | failed Failed: the service gives no reason",
                "STATUS | 200 | {\"status\":\"Failed\",\"error\":\"no space\"} | failed Failed: no space",
                "STATUS | 200 | {\"status\":\"Failed\",\"error\":{\"message\":\"sig=abc no\\u001b[2J\"}} | failed Failed: sig=*** no [2J",
                "STATUS | 200 | {\"status\":\"Failed\",\"properties\":{\"error\":{\"code\":\"C\",\"message\":\"m\"}}} | failed C: m",
                "STATUS | 200 | {\"error\":{\"code\":\"C\",\"message\":\"m\"}} | failed C: m",
                "STATUS | 200 | {\"properties\":{\"provisioningState\":\"Failed\"}} | failed Failed: the service gives no reason",
                "STATUS | 200 | {\"status\":\"Canceled\"} | failed Canceled: the service gives no reason",
                "STATUS | 200 | {\"status\":\"Cancelled\",\"error\":{\"code\":\"ByUser\",\"message\":\"by u\"}} | failed ByUser: by u",
                "STATUS | 404 | {\"error\":{\"code\":\"NotFound\"}} | silent",
                "STATUS | 404 | `` | silent",
                "STATUS | 410 | `` | silent",
                "STATUS | 200 | `` | silent",
                "STATUS | 200 | {} | silent",
                "STATUS | 200 | [] | silent",
                "STATUS | 200 | null | silent",
                "STATUS | 200 | {\"status\":null} | silent",
                "STATUS | 200 | {\"status\":\"\"} | silent",
                "STATUS | 200 | {\"status\":7} | silent",
                "STATUS | 200 | {\"status\":{\"code\":\"Succeeded\"}} | silent",
                "STATUS | 200 | {\"status\":\"Succ | silent",
                "STATUS | 200 | <html>Please sign in</html> | silent",
                "STATUS | 409 | {\"error\":{\"code\":\"Busy\",\"message\":\"m\"}} | lost",
                "STATUS | 400 | bad | lost",
                "STATUS | 405 | no | lost",
                "STATUS | 307 | `` | lost",
                "STATUS | 501 | `` | lost",
                "LOCATION | 202 | `` | in progress",
                "LOCATION | 202 | {\"status\":\"InProgress\"} | in progress",
                "LOCATION | 202 | {\"status\":\"Succeeded\"} | succeeded",
                "LOCATION | 200 | `` | succeeded",
                "LOCATION | 200 | {} | succeeded",
                "LOCATION | 200 | {\"id\":\"/x/1\",\"properties\":{\"provisioningState\":\"Succeeded\"}} | succeeded",
                "LOCATION | 200 | {\"id\":\"/x/1\",\"properties\":{\"provisioningState\":\"Updating\"}} | in progress",
                "LOCATION | 200 | {\"id\":\"/x/1\",\"properties\":{\"provisioningState\":\"Failed\"}} | failed Failed: the service gives no reason",
                "LOCATION | 200 | {\"status\":\"Failed\",\"error\":{\"code\":\"C\",\"message\":\"m\"}} | failed C: m",
                "LOCATION | 200 | {\"primaryKey\":\"k\"} | succeeded",
                "LOCATION | 201 | {\"id\":\"/x/1\"} | succeeded",
                "LOCATION | 204 | `` | succeeded",
                "LOCATION | 200 | <html>Please sign in</html> | silent",
                "LOCATION | 404 | `` | silent",
                "LOCATION | 409 | {\"error\":{\"code\":\"InUse\",\"message\":\"m\"}} | failed InUse: m",
                "LOCATION | 400 | {\"error\":{\"code\":\"Bad\",\"message\":\"m\"}} | failed Bad: m",
                "LOCATION | 422 | no | failed HTTP 422: no"
            })
    void every_answer_has_a_meaning(Operation.Kind kind, int status, String body, String meaning) {
        assertThat(meaning(poll(operation(kind), Answers.of(status, body)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"401, ProblemException", "403, ProblemException", "408, Unsettled", "429, Unsettled", "503, Unsettled"})
    void what_concerns_the_request_is_the_pipelines(int status, String type) {
        assertThatThrownBy(() -> poll(operation(Operation.Kind.STATUS), Answers.of(status, "")))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(type));
    }

    @Test
    void a_404_first_is_waited_out_and_forgotten() {
        Operations operations = operations(
                Answers.of(404, ""),
                Answers.of(200, "{\"status\":\"InProgress\"}"),
                Answers.of(404, ""),
                Answers.of(200, "{\"status\":\"Succeeded\"}"));

        Operation first = next(operations.poll("x", operation(Operation.Kind.STATUS)));
        Operation second = next(operations.poll("x", first));
        Operation third = next(operations.poll("x", second));

        assertThat(List.of(first.silences(), second.silences(), third.silences()))
                .containsExactly(1, 0, 1);
        assertThat(operations.poll("x", third)).isEqualTo(new Progress.Succeeded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}"})
    void five_silences_in_a_row_lose_it(String body) {
        Operation operation = new Operation(POLLED, Operation.Kind.STATUS, Duration.ofSeconds(5), 4);

        assertThat(poll(operation, Answers.of(200, body)))
                .isInstanceOfSatisfying(
                        Progress.Lost.class,
                        lost -> assertThat(lost.reason())
                                .startsWith("https://arm.test/operations/7 told nothing 5 times, last: no "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/op",
                "http://arm.test/op",
                "https://arm.test:8443/op",
                "https://arm.test@evil.test/op",
                "https://169.254.169.254/op",
                "//evil.test/op"
            })
    void an_address_elsewhere_is_never_asked(String address) {
        Operation operation =
                Operation.of(202, headers("Location", address), RESOURCE, NOW).orElseThrow();
        Operations operations = operations();

        assertThat(operations.poll("make x", operation))
                .isInstanceOfSatisfying(
                        Progress.Lost.class, lost -> assertThat(lost.reason()).startsWith("will not follow: make x"));
    }

    @Test
    void an_answer_that_is_lost_may_be_asked_for_again() {
        Operations operations = new Operations(pipeline(request -> {
            throw new IOException("reset");
        }));

        assertThatThrownBy(() -> operations.poll("x", operation(Operation.Kind.STATUS)))
                .isInstanceOfSatisfying(
                        Unsettled.class, e -> assertThat(e.mayHaveHappened()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "201, Azure-AsyncOperation https://arm.test/op/1, STATUS https://arm.test/op/1",
        "200, azure-asyncoperation https://arm.test/op/1 Location https://arm.test/r, STATUS https://arm.test/op/1",
        "202, Location https://arm.test/op/2, LOCATION https://arm.test/op/2",
        "202, Location /op/2?t=1, LOCATION https://arm.test/op/2?t=1",
        "201, Location https://arm.test/r, none",
        "200, '', none",
        "202, '', none",
        "202, Location https://arm.test/%zz, none",
        "202, Location mailto:x, none",
        "202, Azure-AsyncOperation :: Location https://arm.test/op/2, LOCATION https://arm.test/op/2"
    })
    void an_operation_is_what_the_headers_of_a_write_name(int status, String headers, String expected) {
        var operation = Operation.of(status, headers(headers.split(" ")), RESOURCE, NOW);

        assertThat(operation.map(it -> it.kind() + " " + it.url()).orElse("none"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 30, 30",
        "Retry-After, 0, 1",
        "Retry-After, -5, 1",
        "Retry-After, 1000000000, 600",
        "Retry-After, 99999999999999999999, 5",
        "Retry-After, soon, 5",
        "Retry-After, '', 5",
        "Retry-After, 1.5, 5",
        "Retry-After, 'Tue, 01 Jan 2030 00:00:20 GMT', 20",
        "Retry-After, 'Mon, 31 Dec 2029 00:00:00 GMT', 1",
        "Retry-After, 'Fri, 01 Jan 2100 00:00:00 GMT', 600",
        "x-ms-retry-after-ms, 2500, 2",
        "retry-after-ms, 10, 1",
        "Other, 9, 5"
    })
    void the_pace_is_the_services_within_reason(String header, String value, long seconds) {
        Operation operation = Operation.of(
                        202, headers("Location", "https://arm.test/op", header, value), RESOURCE, NOW)
                .orElseThrow();

        assertThat(operation.pace().toSeconds()).isEqualTo(seconds);
    }

    @Test
    void the_newest_address_and_pace_are_followed_and_the_last_pace_is_kept() {
        Operations operations =
                operations(Answers.of(202, "", "Location", "/op/8", "Retry-After", "30"), Answers.of(202, ""));

        Operation first = next(operations.poll("x", operation(Operation.Kind.LOCATION)));
        Operation second = next(operations.poll("x", first));

        assertThat(first)
                .isEqualTo(second)
                .isEqualTo(new Operation(
                        URI.create("https://arm.test/op/8"), Operation.Kind.LOCATION, Duration.ofSeconds(30), 0));
    }

    @Test
    void it_can_be_saved() {
        Operation operation = new Operation(POLLED, Operation.Kind.LOCATION, Duration.ofSeconds(30), 2);

        assertThat(RecordJson.read(new JsonObject(RecordJson.write(operation)), Operation.class))
                .isEqualTo(operation);
    }

    private static String meaning(Progress progress) {
        if (progress instanceof Progress.InProgress still) {
            return still.next().silences() > 0 ? "silent" : "in progress";
        }
        if (progress instanceof Progress.Failed failed) {
            return "failed " + failed.code() + ": " + failed.message();
        }
        return progress instanceof Progress.Succeeded ? "succeeded" : "lost";
    }

    private static Operation next(Progress progress) {
        return ((Progress.InProgress) progress).next();
    }

    private static Operation operation(Operation.Kind kind) {
        return new Operation(POLLED, kind, Duration.ofSeconds(5), 0);
    }

    private static Progress poll(Operation operation, Transport.Response answer) {
        return new Operations(pipeline(request -> answer)).poll("make x", operation);
    }

    private static Operations operations(Transport.Response... answers) {
        Deque<Transport.Response> waiting = new ArrayDeque<>(List.of(answers));
        return new Operations(pipeline(request -> waiting.remove()));
    }

    private static Pipeline pipeline(Transport transport) {
        Hosts hosts = new Hosts(Set.of("arm.test"), Set.of());
        return new Pipeline(transport, fresh -> "t", hosts, Budget.ofSubscription(), () -> NOW);
    }

    private static Headers headers(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Headers(fields);
    }
}

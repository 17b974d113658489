package io.jenkins.plugins.azml.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestsFileTest {
    private static final String EVERY_KEY = """
            $schema: x
            tests:
              - name: one
                request:
                  json: {columns: [a, b], data: [[1, 2.5], [null, yes]]}
                expect:
                  values:
                    - path: $[0]
                      equals: 72
                      tolerance: 2.5
                    - path: $['x y']
                      min: -1
              - name: two
                request: {file: body.json, method: PUT, path: '/v1/items?x=1'}
                deployment: blue
                expect: {status: 201, contains: done, max_latency_ms: 250}
              - name: three
                request: {method: GET, path: /}
                expect: {}
            """;

    private static final String MISTAKES = """
            tests:
              - name: a
                request: {jsn: 1}
                expect: {stats: 200}
              - name: a
                request: {json: 1, file: x.json, method: POTS}
                expect: {status: 99, max_latency_ms: 0, contains: 7}
              - name: b
                request: {file: missing.json, path: //evil.example/x}
                expect:
                  values:
                    - {path: a.b, equals: 1}
                    - {path: $, equals: 1, min: 2}
                    - {path: $}
                    - {path: $, equals: 1, tolerance: -1}
                    - {path: $, min: 1, tolerance: 1}
                    - {path: $, min: 2, max: 1}
              - request: {file: latin1.json}
              - name: c
                request: {file: large.json}
                expect: {values: []}
            """;

    @TempDir
    Path folder;

    @Test
    void every_key_is_read() throws IOException {
        Files.writeString(folder.resolve("body.json"), "{\"raw\": true}");

        List<EndpointTest> tests = read(EVERY_KEY);

        assertThat(tests)
                .containsExactly(
                        new EndpointTest(
                                "one",
                                new EndpointTest.Request(
                                        "POST", null, "{\"columns\":[\"a\",\"b\"],\"data\":[[1,2.5],[null,true]]}"),
                                null,
                                new Expectation(
                                        200,
                                        List.of(
                                                new ValueCheck.Equal(
                                                        JsonPath.parse("$[0]").orElseThrow(),
                                                        72L,
                                                        new BigDecimal("2.5")),
                                                new ValueCheck.Range(
                                                        JsonPath.parse("$['x y']")
                                                                .orElseThrow(),
                                                        new BigDecimal("-1"),
                                                        null)),
                                        null,
                                        null)),
                        new EndpointTest(
                                "two",
                                new EndpointTest.Request("PUT", "/v1/items?x=1", "{\"raw\": true}"),
                                "blue",
                                new Expectation(201, List.of(), "done", Duration.ofMillis(250))),
                        new EndpointTest(
                                "three",
                                new EndpointTest.Request("GET", "/", null),
                                null,
                                new Expectation(200, List.of(), null, null)));
    }

    @Test
    void the_worked_example_is_read_with_its_body_file() {
        List<EndpointTest> tests = TestsFile.read(Path.of("../examples/diabetes/azml/tests.yml"));

        assertThat(tests).hasSize(3);
        assertThat(tests.get(2).request().json()).contains("\"index\": [0, 1]");
    }

    @Test
    void an_expected_null_is_not_a_missing_key() {
        List<EndpointTest> tests = read("""
                tests:
                  - {name: a, request: {json: null}, expect: {values: [{path: $, equals: null}]}}
                """);

        assertThat(tests.get(0).request().json()).isEqualTo("null");
        assertThat(tests.get(0).expectation().values())
                .containsExactly(new ValueCheck.Equal(JsonPath.parse("$").orElseThrow(), null, BigDecimal.ZERO));
    }

    @Test
    void every_mistake_is_reported_at_once_with_its_place() throws IOException {
        Files.write(folder.resolve("latin1.json"), new byte[] {'"', (byte) 0xe4, '"'});
        Files.write(folder.resolve("large.json"), new byte[(1 << 20) + 1]);

        assertThat(problems(MISTAKES))
                .containsExactly(
                        "tests.yml:3:14: a POST request needs 'json' or 'file'",
                        "tests.yml:3:15: unknown key 'jsn' in 'request', expected one of json, file, method, path;"
                                + " did you mean 'json'?",
                        "tests.yml:4:14: unknown key 'stats' in 'expect', expected one of status, values, contains,"
                                + " max_latency_ms; did you mean 'status'?",
                        "tests.yml:5:5: there are two tests named 'a'",
                        "tests.yml:6:24: a request has 'json' or 'file', not both",
                        "tests.yml:6:46: 'method' must be one of POST, GET, PUT, DELETE, not 'POTS';"
                                + " did you mean 'POST'?",
                        "tests.yml:7:22: 'status' must be a whole number from 100 to 599, not the number 99",
                        "tests.yml:7:42: 'max_latency_ms' must be a whole number from 1 to 600000, not the number 0",
                        "tests.yml:7:55: 'contains' must be text, not the number 7",
                        "tests.yml:9:15: cannot read the file 'missing.json'",
                        "tests.yml:9:35: 'path' must begin with one / and be a path on the endpoint's own host",
                        "tests.yml:12:12: 'path' must be like $[0].name or $['any name'], not 'a.b'",
                        "tests.yml:13:11: a value has either 'equals' or 'min' and 'max' or one of these",
                        "tests.yml:14:11: a value has either 'equals' or 'min' and 'max' or one of these",
                        "tests.yml:15:32: 'tolerance' must be zero or more, not -1",
                        "tests.yml:16:29: 'tolerance' belongs to 'equals', not to 'min' and 'max'",
                        "tests.yml:17:21: 'min' 2 is larger than 'max' 1",
                        "tests.yml:18:5: a test lacks the key 'name'",
                        "tests.yml:18:5: a test lacks the key 'expect'",
                        "tests.yml:18:15: the file 'latin1.json' is not UTF-8 text",
                        "tests.yml:20:15: the file 'large.json' is larger than 1 MiB",
                        "tests.yml:21:22: 'values' must be a list with one entry at least");
    }

    private List<String> problems(String text) {
        return catchThrowableOfType(ProblemException.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private List<EndpointTest> read(String text) {
        return TestsFile.read(YamlReader.read(text, "tests.yml"), folder.resolve("tests.yml"));
    }
}

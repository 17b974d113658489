package io.jenkins.plugins.azml.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final Object DOCUMENT =
            Json.read("{\"a\":[{\"b-c\":1},[2,3]],\"odd name\":{\"x\":4},\"nothing\":null}");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"$.a[0].b-c, 1", "$['a'][1][1], 3", "$['odd name'].x, 4", "$[\"x\"], ", "$.nothing, null"})
    void a_path_leads_to_a_value(String path, String value) {
        String found = JsonPath.parse(path)
                .flatMap(parsed -> parsed.find(DOCUMENT))
                .map(at -> Json.write(at.value()))
                .orElse(null);

        assertThat(found).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.b", "$.a[2]", "$.a[0][0]", "$.a.b", "$.nothing.x", "$[0]", "$.a[999999999]"})
    void a_path_that_leads_nowhere_finds_nothing(String path) {
        assertThat(JsonPath.parse(path).orElseThrow().find(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ".a", "$.", "$a", "$[", "$[-1]", "$[*]", "$..a", "$.a ", "$['']", "$[9999999999]"})
    void what_is_not_a_path_is_refused(String text) {
        assertThat(JsonPath.parse(text)).isEmpty();
    }

    @Test
    void the_root_is_a_path() {
        assertThat(JsonPath.parse("$").orElseThrow().find(7L).orElseThrow().value())
                .isEqualTo(7L);
    }

    @Test
    void a_path_of_hostile_length_is_refused() {
        assertThat(JsonPath.parse("$" + "[1]".repeat(100_000))).isEmpty();
    }
}

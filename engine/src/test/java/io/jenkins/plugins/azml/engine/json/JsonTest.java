package io.jenkins.plugins.azml.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void a_document_comes_back_as_it_was_written() {
        var text = "{\"a\":[1,2.5,true,null,\"ü\\n\"],\"b\":{\"c\":123456789012345678901234567890}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}{", "{\"a\":1,\"a\":2}", "[1,]", "nul"})
    void what_is_no_document_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void a_document_of_1001_levels_is_refused() {
        assertThatThrownBy(() -> Json.read("[".repeat(1001) + "]".repeat(1001))).isInstanceOf(JsonException.class);
    }

    @Test
    void a_number_of_100000_digits_is_refused() {
        assertThatThrownBy(() -> Json.read("9".repeat(100_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void a_text_of_more_than_20_million_characters_is_refused() {
        assertThatThrownBy(() -> Json.read("\"" + "x".repeat(20_000_001) + "\""))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void a_million_and_more_small_values_are_refused() {
        assertThatThrownBy(() -> Json.read("[" + "[],".repeat(500_000) + "0]")).isInstanceOf(JsonException.class);
    }

    @Test
    void a_refusal_quotes_no_value() {
        assertThatThrownBy(() -> Json.read("{\"key\":\"s3cret\" oops")).hasMessageNotContaining("s3cret");
    }

    @Test
    void nan_is_read_as_a_number_however_it_is_written() {
        var json = JsonObject.read("{\"a\":NaN,\"b\":\"NaN\",\"c\":\"Infinity\"}");

        assertThat(json.number("a")).hasValue(Double.NaN);
        assertThat(json.number("b")).hasValue(Double.NaN);
        assertThat(json.number("c")).hasValue(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_member_of_another_type_is_absent() {
        var json = JsonObject.read("{\"a\":{\"b\":[{\"c\":\"x\"},3]}}");

        assertThat(json.string("a", "b")).isEmpty();
        assertThat(json.objects("a", "b")).hasSize(1);
        assertThat(json.strings("a", "b")).isEqualTo(List.of());
        assertThatThrownBy(() -> json.needString("a", "x")).hasMessage("text 'a.x' is missing");
    }
}

package io.jenkins.plugins.azml.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Square(int side) implements Shape {}
    }

    enum Colour {
        RED
    }

    record Drawing(
            String name,
            Instant at,
            Duration took,
            Colour colour,
            Shape first,
            List<Shape> more,
            Map<String, String> tags) {}

    @Test
    void a_record_comes_back_equal() {
        var drawing = new Drawing(
                "x",
                Instant.EPOCH,
                Duration.ofSeconds(90),
                Colour.RED,
                new Shape.Circle(0.1),
                List.of(new Shape.Square(2), new Shape.Circle(Double.MAX_VALUE)),
                Map.of("a", "b"));

        var json = Json.write(RecordJson.write(drawing));

        assertThat(RecordJson.read(JsonObject.read(json), Drawing.class)).isEqualTo(drawing);
    }

    @Test
    void an_unknown_member_is_refused() {
        assertThatThrownBy(() -> RecordJson.read(JsonObject.read("{\"side\":1,\"@class\":\"x\"}"), Shape.Square.class))
                .isInstanceOf(JsonException.class)
                .hasMessage("unknown member '@class' in Square");
    }

    @Test
    void a_missing_number_is_refused() {
        assertThatThrownBy(() -> RecordJson.read(JsonObject.read("{}"), Shape.Square.class))
                .isInstanceOf(JsonException.class)
                .hasMessage("Square.side is unreadable: it is missing");
    }

    @Test
    void a_member_of_another_type_is_refused() {
        assertThatThrownBy(() -> RecordJson.read(JsonObject.read("{\"side\":\"1\"}"), Shape.Square.class))
                .isInstanceOf(JsonException.class)
                .hasMessage("Square.side is unreadable: expected int");
    }

    record Kept(java.net.URI url, int count) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"https://[\",\"count\":1}",
                "{\"url\":\"x\",\"count\":99999999999}",
                "{\"url\":\"x\",\"count\":999999999999999999999999999999}",
                "{\"url\":[\"java.net.URL\",\"x\"],\"count\":1}",
                "{\"url\":{\"@class\":\"java.net.URL\"},\"count\":1}"
            })
    void a_value_that_does_not_fit_its_type_is_refused(String json) {
        assertThatThrownBy(() -> RecordJson.read(JsonObject.read(json), Kept.class))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void only_permitted_records_can_be_named() {
        assertThatThrownBy(() -> RecordJson.permitted(Shape.class, "java.lang.Runtime"))
                .isInstanceOf(JsonException.class)
                .hasMessage("no Shape is called 'java.lang.Runtime'");
    }
}

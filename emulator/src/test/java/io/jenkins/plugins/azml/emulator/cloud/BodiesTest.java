package io.jenkins.plugins.azml.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final BodyShape SHAPE = BodyShape.of("tail");

    private static Call call(String body) {
        return new Call(
                new Request("POST", "/x", Map.of(), Headers.none(), body.getBytes(StandardCharsets.UTF_8)),
                Route.arm("POST", "/x", "Things_Do", call -> Reply.empty(200)),
                Map.of());
    }

    @Test
    void an_action_may_have_no_body() {
        assertThat(new Bodies(false).wish(call(""), SHAPE)).isEmpty();
    }

    @Test
    void unknown_fields_are_an_error_unless_the_emulator_is_loose() {
        Call call = call("{\"tail\": 1, \"colour\": \"red\"}");

        assertThatThrownBy(() -> new Bodies(false).wish(call, SHAPE))
                .isInstanceOf(ArmError.class)
                .hasMessageContaining("The body of Things_Do has unknown fields: colour.");
        assertThat(new Bodies(true).wish(call, SHAPE).path("tail").asInt()).isEqualTo(1);
        assertThat(new Bodies(true).read(call, SHAPE, List.of()).path("tail").asInt())
                .isEqualTo(1);
    }
}

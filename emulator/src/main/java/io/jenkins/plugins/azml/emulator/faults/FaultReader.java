package io.jenkins.plugins.azml.emulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads faults as callers describe them; docs/emulator.md has the table. */
public final class FaultReader {
    private static final BodyShape SHAPE = BodyShape.of(
            "operation",
            "method",
            "path",
            "skip",
            "times",
            "fault",
            "status",
            "retryAfter",
            "contentType",
            "body",
            "headers.*",
            "delay",
            "bytes",
            "set.**",
            "remove");

    private FaultReader() {}

    /**
     * The fault of a body.
     *
     * @throws ArmError 400 that says what is wrong with it
     */
    public static Fault read(ObjectNode body) {
        List<String> unknown = SHAPE.unknown(body);
        if (!unknown.isEmpty()) {
            throw ArmError.badRequest("The fault has unknown fields: " + String.join(", ", unknown) + ".");
        }
        String name = body.path("fault").asText();
        return new Fault(
                text(body, "operation"),
                text(body, "method"),
                text(body, "path").map(FaultReader::pattern),
                body.path("skip").asInt(0),
                body.path("times").asInt(1),
                name,
                effect(name, body));
    }

    private static Effect effect(String name, ObjectNode body) {
        return switch (name) {
            case "refuse" -> Effects.refuse();
            case "answer" -> Effects.answer(reply(body));
            case "answer-after" -> Effects.answerAfter(reply(body));
            case "lose" -> Effects.lose();
            case "twice" -> Effects.twice();
            case "late" -> Effects.late(duration(body.path("delay").asText("PT5S")));
            case "stale" -> Effects.stale();
            case "unauthorized" -> Effects.unauthorized();
            case "throttle" -> Effects.throttle(text(body, "retryAfter"));
            case "unavailable" -> Effects.unavailable();
            case "html" -> Effects.html();
            case "malformed" -> Effects.malformed();
            case "edit" -> Effects.edit(fields(body));
            case "header" -> header(body);
            case "reset" ->
                Effects.deliver(new Delivery.Reset(body.path("bytes").asInt(1)));
            case "truncate" ->
                Effects.deliver(new Delivery.Truncated(body.path("bytes").asInt(1)));
            case "slow" -> Effects.deliver(new Delivery.Slow());
            case "silent" -> Effects.deliver(new Delivery.Silent());
            default ->
                throw ArmError.badRequest("The fault '" + name + "' is not known; docs/emulator.md has the list.");
        };
    }

    private static Effect header(ObjectNode body) {
        Map.Entry<String, JsonNode> header = body.path("headers").properties().stream()
                .findFirst()
                .orElseThrow(() -> ArmError.badRequest("The fault 'header' needs one entry in 'headers'."));
        return Effects.header(header.getKey(), header.getValue().asText());
    }

    private static Reply reply(ObjectNode body) {
        int status = body.path("status").asInt(500);
        Reply reply = Reply.text(
                status,
                body.path("contentType").asText("application/json"),
                body.path("body").asText("{}"));
        for (Map.Entry<String, JsonNode> header : body.path("headers").properties()) {
            reply = reply.with(header.getKey(), header.getValue().asText());
        }
        return reply;
    }

    private static Map<String, Optional<JsonNode>> fields(ObjectNode body) {
        Map<String, Optional<JsonNode>> fields = new LinkedHashMap<>();
        body.path("set").properties().forEach(field -> fields.put(field.getKey(), Optional.of(field.getValue())));
        body.path("remove").forEach(pointer -> fields.put(pointer.asText(), Optional.empty()));
        return fields;
    }

    private static Optional<String> text(ObjectNode body, String field) {
        return Optional.ofNullable(body.get(field)).map(JsonNode::asText);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException invalid) {
            throw ArmError.badRequest(
                    "The fault's 'path' is not a regular expression: " + invalid.getDescription() + ".");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException invalid) {
            throw ArmError.badRequest("The fault's 'delay' is '" + text + "', not an ISO 8601 duration such as PT5S.");
        }
    }
}

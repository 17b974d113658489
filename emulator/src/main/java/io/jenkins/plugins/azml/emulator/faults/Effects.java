package io.jenkins.plugins.azml.emulator.faults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of what can go wrong. */
public final class Effects {
    private static final String HTML = "<html><body><h1>Service Unavailable</h1></body></html>";

    private Effects() {}

    /** Before the work: the connection is reset, nothing was done. */
    public static Effect refuse() {
        return work -> Reply.empty(200).with(new Delivery.Reset(0));
    }

    /** Before the work: this answer instead. */
    public static Effect answer(Reply reply) {
        return work -> reply;
    }

    /** After the work: this answer instead. */
    public static Effect answerAfter(Reply reply) {
        return work -> {
            work.run();
            return reply;
        };
    }

    /** After the work: the connection is reset, the answer is lost. */
    public static Effect lose() {
        return work -> work.run().with(new Delivery.Reset(0));
    }

    /** The request is delivered twice; the second answer is given. */
    public static Effect twice() {
        return work -> {
            work.run();
            return work.run();
        };
    }

    /** No answer; the request arrives after the delay, perhaps behind its own repetition. */
    public static Effect late(Duration delay) {
        return work -> {
            work.runLater(delay);
            return Reply.empty(200).with(new Delivery.Silent());
        };
    }

    /** What is read is what was there before the last write. */
    public static Effect stale() {
        return Work::runStale;
    }

    /** 401, as when the token has just expired. */
    public static Effect unauthorized() {
        return answer(new ArmError(401, "ExpiredAuthenticationToken", "The access token has expired.").reply());
    }

    /** 429, with this text as {@code Retry-After} when there is one: seconds, a date, or nonsense. */
    public static Effect throttle(Optional<String> retryAfter) {
        Reply reply = new ArmError(429, "TooManyRequests", "The request was throttled.").reply();
        return answer(retryAfter.map(value -> reply.with("Retry-After", value)).orElse(reply));
    }

    /** 503 with a page for people, before the work. */
    public static Effect unavailable() {
        return answer(Reply.text(503, "text/html", HTML));
    }

    /** 200 with a page for people in place of the answer, after the work. */
    public static Effect html() {
        return answerAfter(Reply.text(200, "text/html", HTML));
    }

    /** The answer's JSON ends in the middle, with a length that fits. */
    public static Effect malformed() {
        return work -> {
            Reply reply = work.run();
            return reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
        };
    }

    /** Fields of the answer are set by JSON pointer, or taken out where the value is missing. */
    public static Effect edit(Map<String, Optional<JsonNode>> fields) {
        return work -> edited(work.run(), fields);
    }

    /** Fields that the answer has, by JSON pointer, say this; it gets no field that it had not. */
    public static Effect reword(Set<String> pointers, String text) {
        return work -> {
            Reply reply = work.run();
            Map<String, Optional<JsonNode>> fields = new LinkedHashMap<>();
            pointers.stream()
                    .filter(pointer -> has(reply, pointer))
                    .forEach(pointer -> fields.put(pointer, Optional.of(TextNode.valueOf(text))));
            return edited(reply, fields);
        };
    }

    private static boolean has(Reply reply, String pointer) {
        try {
            return !Json.read(reply.body()).at(pointer).isMissingNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** A header of the answer is set. */
    public static Effect header(String name, String value) {
        return work -> work.run().with(name, value);
    }

    /** The answer is damaged on its way. */
    public static Effect deliver(Delivery delivery) {
        return work -> work.run().with(delivery);
    }

    private static Reply edited(Reply reply, Map<String, Optional<JsonNode>> fields) {
        try {
            JsonNode body = Json.read(reply.body());
            fields.forEach((pointer, value) -> edit(body, JsonPointer.compile(pointer), value));
            return reply.withBody(Json.bytes(body));
        } catch (JsonProcessingException notJson) {
            return reply;
        }
    }

    private static void edit(JsonNode body, JsonPointer pointer, Optional<JsonNode> value) {
        String field = pointer.last().getMatchingProperty();
        if (body.at(pointer.head()) instanceof ObjectNode parent) {
            value.ifPresentOrElse(given -> parent.set(field, given), () -> parent.remove(field));
        }
    }
}

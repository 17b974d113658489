package io.jenkins.plugins.azml.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What a request is answered with. */
@SuppressWarnings("ArrayRecordComponent") // a body is handed on, never compared and never copied
public record Reply(int status, Headers headers, byte[] body, Delivery delivery) {
    private static final byte[] NOTHING = {};

    public static Reply empty(int status) {
        return new Reply(status, Headers.none(), NOTHING, Delivery.whole());
    }

    public static Reply json(int status, JsonNode body) {
        return bytes(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    public static Reply ok(JsonNode body) {
        return json(200, body);
    }

    public static Reply text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, Headers.none().with("Content-Type", contentType), body, Delivery.whole());
    }

    public Reply with(String name, String value) {
        return new Reply(status, headers.with(name, value), body, delivery);
    }

    public Reply with(Delivery other) {
        return new Reply(status, headers, body, other);
    }

    public Reply withBody(byte[] other) {
        return new Reply(status, headers, other, delivery);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

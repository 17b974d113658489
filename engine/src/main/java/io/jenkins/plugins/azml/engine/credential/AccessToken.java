package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A bearer token and the time at which it ends. Never shown. */
record AccessToken(String value, Instant expires) {

    /** When a token ends by its own word, if it is a JWT that says so. */
    static Optional<Instant> expiryIn(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var end = JsonObject.read(Base64.getUrlDecoder().decode(parts[1])).number("exp");
            return end.isPresent() ? Optional.of(Instant.ofEpochSecond((long) end.getAsDouble())) : Optional.empty();
        } catch (IllegalArgumentException | JsonException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "a token until " + expires;
    }
}

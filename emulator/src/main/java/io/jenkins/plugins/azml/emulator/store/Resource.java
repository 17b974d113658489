package io.jenkins.plugins.azml.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One stored resource.
 *
 * @param body what callers see of it: {@code properties}, and {@code tags}, {@code sku} ... where it has them
 * @param hidden what they do not: keys, resolved locations
 */
public record Resource(ResourceKey key, ObjectNode body, ObjectNode hidden, Instant created, Instant modified) {
    public ObjectNode properties() {
        return body.withObjectProperty("properties");
    }

    public Resource copy() {
        return new Resource(key, body.deepCopy(), hidden.deepCopy(), created, modified);
    }

    public Resource modifiedAt(Instant time) {
        return new Resource(key, body, hidden, created, time);
    }
}

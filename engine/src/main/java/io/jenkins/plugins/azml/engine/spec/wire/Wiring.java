package io.jenkins.plugins.azml.engine.spec.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the writes of one spec in the order in which they must be sent. */
public final class Wiring {
    private final References references;
    private final Map<String, Write> writes = new LinkedHashMap<>();

    public Wiring(References references) {
        this.references = references;
    }

    public References references() {
        return references;
    }

    /** The ARM id of something in the workspace: {@code id("computes", "cpu")}. */
    public String id(String... path) {
        return references.workspace() + "/" + String.join("/", path);
    }

    public String versionId(String collection, String name, String version) {
        return id(collection, name, "versions", version);
    }

    /** Adds a write and returns its path; the same path twice is one write. */
    public String put(String path, Map<String, @Nullable Object> body) {
        writes.putIfAbsent(path, Write.put(path, body));
        return path;
    }

    public List<Write> writes() {
        return new ArrayList<>(writes.values());
    }
}

package io.jenkins.plugins.azml.engine.json;

/** Text that is not JSON, is too large, or is not of the expected shape. The message quotes no values. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}

package hudson.util;

import java.io.Serializable;

/** A secret value, whose text must be asked for. */
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String getPlainText() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}

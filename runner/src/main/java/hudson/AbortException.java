package hudson;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failure whose message says all: the console shows it without a stack trace. */
public class AbortException extends IOException {
    private static final long serialVersionUID = 1L;

    public AbortException(@Nullable String message) {
        super(message);
    }
}

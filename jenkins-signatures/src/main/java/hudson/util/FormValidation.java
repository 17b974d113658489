package hudson.util;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

public abstract class FormValidation extends IOException implements HttpResponse {
    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    public static FormValidation error(String message) {
        throw new UnsupportedOperationException("signature");
    }

    public static FormValidation warning(String message) {
        throw new UnsupportedOperationException("signature");
    }

    public static FormValidation ok(String message) {
        throw new UnsupportedOperationException("signature");
    }

    public static FormValidation ok() {
        throw new UnsupportedOperationException("signature");
    }

    public static FormValidation validateRequired(String value) {
        throw new UnsupportedOperationException("signature");
    }
}

package hudson.model;

public abstract class Label extends Actionable {
    public final String getName() {
        throw new UnsupportedOperationException("signature");
    }
}

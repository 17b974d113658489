package hudson.model;

public abstract class Label extends Actionable {
    protected Label(String name) {}

    public final String getName() {
        throw new UnsupportedOperationException("signature");
    }
}

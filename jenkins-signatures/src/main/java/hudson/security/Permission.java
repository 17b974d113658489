package hudson.security;

public final class Permission {
    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    /** Only so that the constants of these signatures differ; not part of the real class. */
    public static Permission of(String name) {
        return new Permission(name);
    }

    @Override
    public String toString() {
        return name;
    }
}

package hudson.security;

import io.jenkins.plugins.azml.signatures.NotReal;

public final class Permission {
    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    /** Only so that the constants of these signatures differ. */
    @NotReal
    public static Permission of(String name) {
        return new Permission(name);
    }

    @Override
    public String toString() {
        return name;
    }
}

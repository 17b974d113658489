package org.jenkinsci.plugins.structs.describable;

/** As Jenkins' own. */
public final class DescribableParameter {
    private final String name;
    private final boolean required;

    DescribableParameter(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    public String getName() {
        return name;
    }

    public boolean isRequired() {
        return required;
    }
}

package org.jenkinsci.plugins.structs.describable;

public final class DescribableParameter {
    DescribableParameter() {}

    public String getName() {
        throw new UnsupportedOperationException("signature");
    }
}

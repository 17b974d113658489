package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Collection;

public final class DescribableModel<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    DescribableModel() {}

    public static <T> DescribableModel<T> of(Class<T> type) {
        throw new UnsupportedOperationException("signature");
    }

    public Collection<DescribableParameter> getParameters() {
        throw new UnsupportedOperationException("signature");
    }
}

package org.apache.commons.collections;

import org.jspecify.annotations.Nullable;

/** A pair of a map that keeps its order; the sandbox lets no script read one. */
public interface KeyValue {
    Object getKey();

    @Nullable
    Object getValue();
}

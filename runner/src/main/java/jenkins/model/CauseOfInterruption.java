package jenkins.model;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a build was interrupted. Two are equal where one is the other, saved and restored. */
public class CauseOfInterruption implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String shortDescription;
    private final UUID id = UUID.randomUUID();

    protected CauseOfInterruption() {
        this("");
    }

    public CauseOfInterruption(String shortDescription) {
        this.shortDescription = shortDescription;
    }

    public String getShortDescription() {
        return shortDescription;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CauseOfInterruption cause && cause.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

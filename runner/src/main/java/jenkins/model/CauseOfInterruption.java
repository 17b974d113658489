package jenkins.model;

import java.io.Serializable;

/** Why a build was interrupted. */
public class CauseOfInterruption implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String shortDescription;

    public CauseOfInterruption(String shortDescription) {
        this.shortDescription = shortDescription;
    }

    public String getShortDescription() {
        return shortDescription;
    }
}

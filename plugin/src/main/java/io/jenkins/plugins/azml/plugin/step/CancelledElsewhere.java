package io.jenkins.plugins.azml.plugin.step;

import jenkins.model.CauseOfInterruption;

/** Why a step ended as aborted though nobody aborted its build: its run was cancelled. */
public final class CancelledElsewhere extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String what;

    CancelledElsewhere(String what) {
        this.what = what;
    }

    @Override
    public String getShortDescription() {
        return what;
    }
}

package io.jenkins.plugins.azml.runner.build;

import java.util.Locale;

/** How a stage ended, each worse than those before it. */
public enum StageStatus {
    SUCCESS,
    UNSTABLE,
    SKIPPED,
    FAILURE,
    NOT_BUILT,
    ABORTED;

    /** The word in the build's record. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.jenkins.plugins.azml.plugin.check;

import hudson.model.Run;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/**
 * Says that a build has a check, and whether it is completed; nobody sees it. Kept with the build, so that a check which
 * a controller left behind is completed when the build is loaded the next time.
 */
public final class CheckAction implements RunAction2 {
    private boolean completed;

    @Override
    public void onAttached(Run<?, ?> build) {}

    @Override
    public void onLoad(Run<?, ?> build) {
        if (!isCompleted()) {
            Checks.get().changed(build);
        }
    }

    synchronized boolean isCompleted() {
        return completed;
    }

    synchronized void complete() {
        completed = true;
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Checks.NAME;
    }

    @Override
    public @Nullable String getUrlName() {
        return null;
    }
}

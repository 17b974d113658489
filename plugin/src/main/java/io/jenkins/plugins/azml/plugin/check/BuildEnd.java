package io.jenkins.plugins.azml.plugin.check;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;

/** Completes a build's check when the build ends. */
@Extension
public final class BuildEnd extends RunListener<Run<?, ?>> {
    @Override
    public void onCompleted(Run<?, ?> build, TaskListener listener) {
        Checks.get().ended(build);
    }
}

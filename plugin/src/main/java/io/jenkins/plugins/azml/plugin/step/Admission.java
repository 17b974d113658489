package io.jenkins.plugins.azml.plugin.step;

import hudson.model.Run;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.run.Places;

/** Whether a build's job may use workspaces. Asked when a step begins, and again whenever a run is taken up. */
final class Admission {
    private Admission() {}

    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT, NOT_ALLOWED */
    static void check(Iterable<String> workspaces, Run<?, ?> build) {
        Places places = new Places(AzmlConfiguration.get());
        String job = build.getParent().getFullName();
        workspaces.forEach(workspace -> places.find(workspace, job));
    }
}

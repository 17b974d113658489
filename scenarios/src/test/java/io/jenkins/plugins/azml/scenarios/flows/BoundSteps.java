package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.step.Step;
import java.nio.file.Path;
import java.util.List;

/** What is there of the plugin. */
public interface BoundSteps {
    /**
     * The steps that the runner gets besides its own.
     *
     * @param home where they may keep what outlives the runner
     * @param asked hears of their calls
     */
    List<Step> steps(TwinAzure azure, Path home, Asked asked);
}

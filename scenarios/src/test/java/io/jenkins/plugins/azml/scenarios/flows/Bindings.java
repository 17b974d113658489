package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.step.Step;
import java.nio.file.Path;
import java.util.List;

/** What the library's steps end in. Whatever it is, a flow ends the same. */
public enum Bindings implements BoundSteps {
    /** {@code azml} on the agent: there is no plugin. */
    COMMAND_LINE {
        @Override
        public List<Step> steps(TwinAzure azure, Path home, Asked asked) {
            return List.of();
        }
    },
    /** Steps of the plugin's names, bound to the engine. */
    STAND_IN {
        @Override
        public List<Step> steps(TwinAzure azure, Path home, Asked asked) {
            return StandInStep.all(azure, home.resolve("plugin"));
        }
    }
}

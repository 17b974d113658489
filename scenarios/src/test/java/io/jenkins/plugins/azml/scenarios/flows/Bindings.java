package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.step.Step;
import java.nio.file.Path;
import java.util.List;

/** What the library's steps end in. Whatever it is, a flow ends the same. */
enum Bindings {
    /** {@code azml} on the agent: there is no plugin. */
    COMMAND_LINE {
        @Override
        List<Step> steps(TwinAzure azure, Path home) {
            return List.of();
        }
    },
    /** Steps of the plugin's names, bound to the engine. */
    STAND_IN {
        @Override
        List<Step> steps(TwinAzure azure, Path home) {
            return StandInStep.all(azure, home.resolve("plugin"));
        }
    };

    /**
     * The steps that the runner gets besides its own.
     *
     * @param home where they may keep what outlives the runner
     */
    abstract List<Step> steps(TwinAzure azure, Path home);
}

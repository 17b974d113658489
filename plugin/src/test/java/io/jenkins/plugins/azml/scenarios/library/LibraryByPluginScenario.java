package io.jenkins.plugins.azml.scenarios.library;

import io.jenkins.plugins.azml.scenarios.flows.BoundSteps;
import io.jenkins.plugins.azml.scenarios.flows.PluginSteps;
import org.junit.jupiter.api.Nested;

/** The library's scenarios once more, with the plugin's own steps bound into the runner: a Jenkinsfile behaves alike. */
class LibraryByPluginScenario {
    @Nested
    class Steps extends StepsScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class Pipeline extends PipelineScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class PullRequest extends PullRequestScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class Mistakes extends MistakesScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class Fork extends ForkScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class Examples extends ExamplesScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class HostileAzure extends HostileAzureScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }

    @Nested
    class Runs extends RunsScenario {
        @Override
        BoundSteps bound() {
            return PluginSteps::start;
        }
    }
}

package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.scenarios.flows.Bindings;
import io.jenkins.plugins.azml.scenarios.flows.BoundSteps;
import io.jenkins.plugins.azml.scenarios.flows.TwinJob;
import io.jenkins.plugins.azml.scenarios.flows.Twins;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a Jenkinsfile behaves, whatever the library's steps end in: the command line, and elsewhere the plugin's own steps. */
@ExtendWith(OnTwins.class)
abstract class LibraryScenario {
    /** What is said while somebody waits for a job: by the library between two looks, by the plugin. */
    private static final String WAITS = "(Sleeping for|azml: job '[^']+' is Running)";

    TwinJob job;

    /** What the library's steps end in. */
    BoundSteps bound() {
        return Bindings.COMMAND_LINE;
    }

    @BeforeEach
    void open(Twins twins) throws IOException {
        job = twins.job(bound()).signedIn();
        trains(54.0, Duration.ofSeconds(2), 0);
    }

    @AfterEach
    void close() {
        job.close();
    }

    /** What jobs do from now on. */
    void trains(double rmse, Duration lasting, int exit) {
        job.cloud()
                .jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(1),
                        lasting,
                        List.of("one", "two"),
                        Map.of("rmse", rmse, "r2", 0.5),
                        Map.of(),
                        Map.of("model/MLmodel", "2", "model/model.skops", "x"),
                        exit));
    }

    /** The verbs of what was asked for. */
    List<String> verbs() {
        return job.asked().stream().map(call -> call.replaceFirst(" .*", "")).toList();
    }

    /** Somebody aborts the build while it waits for its job. */
    static RunOptions.Builder aborted(RunOptions.Builder options) {
        return options.actions(List.of(RunAction.parse(WAITS + "=stop")));
    }

    /** The one error that a build has told, and no stack trace; files by their paths from the workspace. */
    String error() {
        assertThat(job.console()).doesNotContain("\tat ");
        List<String> errors =
                job.console().lines().filter(line -> line.startsWith("ERROR: ")).toList();
        assertThat(errors).as(job.console()).hasSize(1);
        return errors.get(0).replace(job.home().resolve("workspace/models/diabetes") + "/", "");
    }
}

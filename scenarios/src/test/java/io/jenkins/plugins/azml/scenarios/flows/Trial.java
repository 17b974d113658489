package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunException;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One flow in an Azure and a home of its own. */
final class Trial implements AutoCloseable {
    /** What is said while a job trains: by the library between two looks, by a stand-in, by the plugin. */
    static final String TRAINS = "(Sleeping for|Waiting for run|azml: job '[^']+' is Running)";

    private final Twins twins;
    private final TwinJob job;
    private final List<RunResult> results = new ArrayList<>();
    private int kills;

    Trial(Twins twins, BoundSteps bindings, InMemoryEmulator cloud) throws IOException {
        this.twins = twins;
        this.job = new TwinJob(twins, bindings, cloud);
    }

    /** Runs the builds one after the other. */
    Trial run(List<Flow.Build> builds, Kill kill) throws IOException {
        results.clear();
        for (int i = 0; i < builds.size(); i++) {
            Flow.Build build = builds.get(i);
            twins.trainsTo(job.cloud(), build.rmse());
            results.add(run(build, kill.isIn(i) ? kill : Kill.NEVER));
        }
        return this;
    }

    private RunResult run(Flow.Build build, Kill kill) throws IOException {
        new Project(job.sources()).lay(build, "credentials: [dev: 'azure', prod: 'azure']");
        if (build.failing()) {
            job.failingInProduction();
        }
        if (build.answers() == Answers.WAIT) {
            job.with(new ShortTimeout());
        }
        Life life = runner(build, kill.at(1))::run;
        for (int lives = 1; ; lives++) {
            try {
                return life.live();
            } catch (RunException ended) {
                if (!ended.getMessage().contains("ended at save")) {
                    throw ended;
                }
                kills++;
                job.agent().survives(kill::fate);
                life = runner(build, kill.at(lives + 1))::resume;
            }
        }
    }

    private Runner runner(Flow.Build build, int killAt) {
        return job.runner(
                options -> options.variables(job.variablesWith(build.branch().variables()))
                        .answers(build.answers())
                        .actions(build.stopped() ? List.of(RunAction.parse(TRAINS + "=stop")) : List.of())
                        .durability(Durability.KEPT)
                        .killAt(killAt));
    }

    /** From a start of the runner to its end. */
    private interface Life {
        RunResult live();
    }

    /** How often the runner was ended. */
    int kills() {
        return kills;
    }

    String console() {
        return job.console();
    }

    TwinAgent agent() {
        return job.agent();
    }

    Path folder() {
        return job.folder();
    }

    End end() {
        return End.of(results, job.cloud());
    }

    @Override
    public void close() {
        job.close();
    }
}

package io.jenkins.plugins.azml.scenarios.flows;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the plugin's steps, bound to the engine: turns on the program's thread, and nothing held between them. */
final class StandInStep implements Step {
    private static final Map<String, List<String>> OWN = Map.of(
            "azmlSetup", List.of("folder"),
            "azmlTrain", List.of("file", "set", "reuse"),
            "azmlEvaluate", List.of("gates", "job", "endpoint", "championIn", "testInput", "junit", "markdown"),
            "azmlRegister", List.of("file", "evaluation"),
            "azmlDeploy", List.of("file", "model", "endpoint", "set"),
            "azmlTest", List.of("tests", "endpoint", "deployment", "junit", "markdown"),
            "azmlPromote", List.of("file", "model", "to", "tests", "endpoint", "set", "override"),
            "azmlRollback", List.of("endpoint"),
            "azmlResume", List.of("run", "step", "arguments"),
            "azmlCancel", List.of("run", "step", "arguments"));
    private static final List<String> COMMON = List.of("workspace", "credentialsId", "wait");

    private final String name;
    private final StandInRuns runs;

    private StandInStep(String name, StandInRuns runs) {
        this.name = name;
        this.runs = runs;
    }

    static List<Step> all(TwinAzure azure, Path folder) {
        StandInRuns runs = new StandInRuns(azure, folder);
        return OWN.keySet().stream()
                .map(name -> (Step) new StandInStep(name, runs))
                .toList();
    }

    @Override
    public StepSignature signature() {
        StepSignature signature = StepSignature.of(name, "io.jenkins.plugins.azml.plugin.step." + name);
        for (String argument : OWN.get(name)) {
            signature = signature.optional(argument, Object.class);
        }
        for (String argument : COMMON) {
            signature = signature.optional(argument, Object.class);
        }
        return signature;
    }

    @Override
    public StepExecution start(StepArguments given, StepContext context) {
        String verb = name.substring("azml".length()).toLowerCase(java.util.Locale.ROOT);
        String run = given.text("run", context.build().number() + "-" + context.id() + "-" + verb);
        if (!given.has("run") && !runs.knows(new RunId(run))) {
            StandInCalls calls = new StandInCalls(given, context.directory());
            runs.begin(new RunId(run), calls.of(name, runs), calls);
        }
        Execution execution = new Execution(context, name, run, given);
        execution.resume(false);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String run;
        private final StepArguments given;
        private @Nullable Throwable stopping;
        private transient @Nullable StandInRun<?, ?> live;

        Execution(StepContext context, String name, String run, StepArguments given) {
            super(context);
            this.name = name;
            this.run = run;
            this.given = given;
        }

        @Override
        public void resume(boolean aloud) {
            context().after(Duration.ZERO, this::turn);
        }

        private StandInRuns runs() {
            return ((StandInStep)
                            context().execution().services().steps().find(name).orElseThrow())
                    .runs;
        }

        private StandInRun<?, ?> live() {
            if (live == null) {
                live = StandInRun.of(
                        new RunId(run), runs(), text -> context().console().println(text));
                if (given.flag("wait", true)) {
                    live.sayingThatItWaits();
                }
                if (stopping != null || name.equals("azmlCancel")) {
                    live.cancel();
                }
            }
            return live;
        }

        private void turn() {
            if (context().outcome() != null) {
                return;
            }
            try {
                Optional<StandInRun.Ended> ended = live().turn();
                if (ended.isPresent()) {
                    done(ended.get());
                } else if (stopping == null && !given.flag("wait", true) && live().handedOver()) {
                    context().succeed(handle());
                } else {
                    context().after(Duration.ZERO, this::turn);
                }
            } catch (ProblemException problem) {
                failed(problem);
            }
        }

        private Map<String, Object> handle() {
            Map<String, Object> handle = new LinkedHashMap<>();
            handle.put("run", run);
            handle.put("step", name);
            handle.put("arguments", new LinkedHashMap<>(Map.of("build", "1")));
            return handle;
        }

        private void done(StandInRun.Ended ended) {
            report();
            if (stopping != null) {
                context().fail(stopping);
                return;
            }
            if (!ended.passed()) {
                context()
                        .console()
                        .println("WARNING: " + name + ": " + ended.values().get("verdict"));
                context().build().setResult(Result.UNSTABLE);
            }
            Map<String, Object> result = new LinkedHashMap<>(Map.of("run", run, "status", "done"));
            result.putAll(ended.values());
            context().succeed(result);
        }

        private void failed(ProblemException problem) {
            report();
            boolean cancelled = problem.problem().kind() == ProblemKind.CANCELLED;
            if (stopping != null) {
                context().fail(stopping);
            } else if (cancelled && name.equals("azmlCancel")) {
                context().succeed(new LinkedHashMap<>(Map.of("run", run, "status", "cancelled")));
            } else {
                if (cancelled) {
                    context().build().setResult(Result.ABORTED);
                }
                context()
                        .fail(new AbortException(name + ": " + problem.problem().code() + ": " + problem.problem()));
            }
        }

        private void report() {
            if (given.has("junit") || given.has("markdown")) {
                live().report(context().directory(), given.text("junit"), given.text("markdown"));
            }
        }

        @Override
        public void stop(Throwable cause) {
            stopping = cause;
            live().cancel();
            context().console().println("the build was aborted: cancelling run " + run);
        }
    }
}

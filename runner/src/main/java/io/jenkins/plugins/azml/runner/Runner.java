package io.jenkins.plugins.azml.runner;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.build.BuildFolder;
import io.jenkins.plugins.azml.runner.build.Findings;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.build.Job;
import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.console.Console;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.durable.SavedProgram;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.sandbox.SandboxReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** Runs one build of a Jenkinsfile. */
public final class Runner {
    private final RunOptions options;
    private final Home home;
    private final Job job;
    private final Console console = new Console();
    private final InputDesk desk;
    private final ConsoleScript script;
    private final SandboxReport report = new SandboxReport(console::println);
    private final Findings findings = new Findings();
    private volatile @Nullable RunSession session;

    /**
     * @param terminal takes the console as it is printed
     * @param questions asks the person at the terminal, where inputs are to be asked
     */
    public Runner(RunOptions options, Consumer<String> terminal, TerminalQuestions questions) {
        this.options = options;
        this.home = new Home(options.home(), options.sources(), options.checkout(), options.machine());
        this.job = home.job(options.job());
        this.desk = new InputDesk(options.answers(), options.user(), questions);
        this.script = new ConsoleScript(options.actions(), this::act);
        console.addSink(terminal);
    }

    /**
     * Runs the build to its end. Blocks.
     *
     * @throws RunException where it cannot be started or was ended on purpose, with one line that says why
     */
    public RunResult run() {
        if (!Files.isReadable(options.jenkinsfile())) {
            throw new RunException(
                    "there is no Jenkinsfile at " + options.jenkinsfile() + ": name it, or run azml where it is");
        }
        Build build = build(job.nextNumber(), parameters());
        BuildFolder folder = open(() -> BuildFolder.create(job.folder(build.number())));
        layFiles();
        return run(build, folder, RunSession::run);
    }

    /**
     * Goes on with the job's last build, which was cut short.
     *
     * @throws RunException where there is none
     */
    public RunResult resume() {
        int number = job.nextNumber() - 1;
        Path program = job.folder(number).resolve(BuildFolder.PROGRAM);
        if (number == 0 || !Files.isRegularFile(program)) {
            throw new RunException("the last build of " + job.name()
                    + " has nothing to resume: a build that was run with --durable and cut short has");
        }
        try {
            SavedProgram saved = SavedProgram.read(program);
            Build build = build(number, saved.build().parameters());
            build.restore(saved.build());
            report.restore(saved.rejections());
            findings.restore(saved.findings());
            BuildFolder folder = open(() -> BuildFolder.reopen(job.folder(number)));
            script.takeUp(folder.printed(), saved.actions());
            return run(build, folder, resumed -> resumed.resume(saved));
        } catch (IOException unreadable) {
            throw new RunException(
                    "the saved program " + program + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private RunResult run(Build build, BuildFolder folder, Consumer<RunSession> how) {
        console.addSink(folder.console());
        console.addSink(script);
        try (RunSession started =
                new RunSession(options, home, build, folder, console, desk, report, findings, script::done)) {
            session = started;
            DeepStack.run(() -> how.accept(started));
        } catch (ProgramKilled killed) {
            throw new RunException("build " + build.number() + " of " + job.name() + " " + killed.getMessage(), killed);
        }
        RunResult result = result(build, folder.path());
        folder.write(build);
        return result;
    }

    private static BuildFolder open(java.util.function.Supplier<BuildFolder> opener) {
        try {
            return opener.get();
        } catch (UncheckedIOException unwritable) {
            throw new RunException(unwritable.getMessage() + ": choose another with --home", unwritable);
        }
    }

    private Build build(int number, Map<String, Object> parameters) {
        return new Build(
                job,
                number,
                options.user(),
                options.causes(),
                options.variables(),
                parameters,
                this::effectiveVariable);
    }

    private RunResult result(Build build, Path folder) {
        return new RunResult(
                build.currentResult(),
                findings.failure(),
                build.number(),
                build.description(),
                build.displayName(),
                build.stages().roots(),
                build.artifacts(),
                report.rejections(),
                findings.all(),
                folder);
    }

    private @Nullable PipelineExecution execution() {
        RunSession running = session;
        return running == null ? null : running.execution();
    }

    private @Nullable String effectiveVariable(String name) {
        PipelineExecution running = execution();
        return running == null ? null : running.scope().environmentVariable(name);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterDefinition definition : job.parameters()) {
            String given = options.parameters().get(definition.name());
            Object value = given == null ? definition.defaultValue() : valueOf(definition, given);
            if (value != null) {
                values.put(definition.name(), value);
            }
        }
        options.parameters().forEach(values::putIfAbsent);
        return values;
    }

    private static Object valueOf(ParameterDefinition definition, String given) {
        try {
            return definition.value(given);
        } catch (IllegalArgumentException refused) {
            throw new RunException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private void layFiles() {
        options.filesToLay().ifPresent(files -> {
            try {
                Path workspace = home.workspaceOf(job);
                Files.createDirectories(workspace);
                Trees.copy(files, new FileSet("", "", false).list(files), workspace);
            } catch (IOException failure) {
                throw new RunException(
                        "the files of " + files + " cannot be laid into the workspace: " + failure.getMessage(),
                        failure);
            }
        });
    }

    private void act(RunAction action, Runnable done) {
        switch (action.kind()) {
            case APPROVE, ABORT ->
                withExecution(running -> running.whenAtRest(() -> {
                    desk.answer(action);
                    done.run();
                }));
            case STOP -> {
                stop();
                done.run();
            }
            case RESTART -> {
                withExecution(PipelineExecution::restart);
                done.run();
            }
        }
    }

    private void withExecution(Consumer<PipelineExecution> action) {
        PipelineExecution running = execution();
        if (running != null) {
            action.accept(running);
        }
    }

    /** Stops the build as its user would on Jenkins. Does nothing where none runs. */
    public void stop() {
        PipelineExecution running = execution();
        if (running != null) {
            CauseOfInterruption cause = new CauseOfInterruption("Aborted by " + options.user());
            running.interrupt(new FlowInterruptedException(Result.ABORTED, cause), cause);
        }
    }
}

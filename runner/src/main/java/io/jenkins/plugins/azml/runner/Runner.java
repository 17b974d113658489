package io.jenkins.plugins.azml.runner;

import com.cloudbees.groovy.cps.Outcome;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.build.BuildFolder;
import io.jenkins.plugins.azml.runner.build.Credentials;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.build.Job;
import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.console.Console;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.cps.FinalFailure;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.Services;
import io.jenkins.plugins.azml.runner.declarative.DeclarativeTransformer;
import io.jenkins.plugins.azml.runner.durable.MarshallingStore;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.library.Libraries;
import io.jenkins.plugins.azml.runner.library.LibraryAnnotations;
import io.jenkins.plugins.azml.runner.library.LibraryException;
import io.jenkins.plugins.azml.runner.library.LibraryLoading;
import io.jenkins.plugins.azml.runner.sandbox.SandboxReport;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** Runs one build of a Jenkinsfile. */
public final class Runner {
    /** Saving and restoring recurse deeply. */
    private static final long STACK = 64L << 20;

    private final RunOptions options;
    private final Home home;
    private final Job job;
    private final Console console = new Console();
    private final InputDesk desk;
    private final SandboxReport report = new SandboxReport(console::println);
    private @Nullable PipelineExecution execution;

    /**
     * @param terminal takes the console as it is printed
     * @param questions asks the person at the terminal, where inputs are to be asked
     */
    public Runner(RunOptions options, Consumer<String> terminal, TerminalQuestions questions) {
        this.options = options;
        this.home = new Home(options.home(), options.sources(), options.checkout());
        this.job = home.job(options.job());
        this.desk = new InputDesk(options.answers(), options.user(), questions);
        console.addSink(terminal);
    }

    /**
     * Runs the build to its end. Blocks.
     *
     * @throws RunException where it cannot be started, with one line that says why
     */
    public RunResult run() {
        Map<String, Object> parameters = parameters();
        Build build = new Build(
                job, job.nextNumber(), options.user(), options.variables(), parameters, this::effectiveVariable);
        BuildFolder folder = BuildFolder.create(job.folder(build.number()));
        console.addSink(folder.console());
        console.addSink(new ConsoleScript(options.actions(), this::act));
        layFiles();
        ExecutorService background = Executors.newCachedThreadPool(Runner::daemon);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Runner::daemon);
        try {
            onDeepStack(() -> runBuild(build, background, timer));
        } finally {
            background.shutdownNow();
            timer.shutdownNow();
        }
        RunResult result = result(build, folder.path());
        folder.write(build);
        return result;
    }

    private RunResult result(Build build, Path folder) {
        return new RunResult(
                build.currentResult(),
                build.number(),
                build.description(),
                build.displayName(),
                build.stages().roots(),
                build.artifacts(),
                report.rejections(),
                folder);
    }

    private @Nullable String effectiveVariable(String name) {
        return execution == null ? null : execution.scope().environmentVariable(name);
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

    private void runBuild(Build build, ExecutorService background, ScheduledExecutorService timer) {
        console.println("Started by user " + build.user());
        Libraries libraries = new Libraries(options.libraries(), home.root().resolve("libraries"));
        Services services = new Services(
                home,
                new StepCatalogue(options.allowed()),
                libraries,
                new Credentials(options.credentials()),
                desk,
                report,
                background,
                timer);
        ClassLoader parent = getClass().getClassLoader();
        LibraryLoading loading = new LibraryLoading(libraries, new StepConsole(console, List.of()));
        List<CompilationCustomizer> customizers =
                List.of(new LibraryAnnotations(loading), new DeclarativeTransformer(services.steps()));
        ScriptCompiler compiler = new ScriptCompiler(parent, customizers);
        loading.into(compiler);
        MarshallingStore store = new MarshallingStore(options.durability(), compiler, before -> {
            ScriptCompiler renewed = before.renewed(parent, customizers);
            loading.into(renewed);
            return renewed;
        });
        PipelineExecution started = new PipelineExecution(build, console, services, store);
        store.open(started);
        execution = started;
        loading.implicit();
        runScript(started);
    }

    private void runScript(PipelineExecution started) {
        FinalFailure failure = new FinalFailure(started);
        try {
            CpsScript script = started.compiler().parse(read(options.jenkinsfile()), ScriptCompiler.MAIN);
            started.nodes().programStarts();
            Outcome outcome = started.runToEnd(script);
            started.nodes().programEnds();
            if (outcome.isFailure()) {
                failure.print(outcome.getAbnormal());
            }
        } catch (org.codehaus.groovy.control.CompilationFailedException invalid) {
            failure.print(invalid);
        } catch (LibraryException missing) {
            started.topConsole().error(String.valueOf(missing.getMessage()));
            failure.print(new AbortException("Loading libraries failed"));
        }
        started.build().setResult(Result.SUCCESS);
        console.println("Finished: " + started.build().currentResult());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new RunException("the Jenkinsfile " + file + " cannot be read: is it there?", unreadable);
        }
    }

    private void act(RunAction action) {
        switch (action.kind()) {
            case APPROVE, ABORT -> desk.answer(action);
            case STOP -> stop();
            case RESTART -> {
                if (execution != null) {
                    execution.restart();
                }
            }
        }
    }

    /** Stops the build as its user would on Jenkins. Does nothing where none runs. */
    public void stop() {
        PipelineExecution running = execution;
        if (running != null) {
            CauseOfInterruption cause = new CauseOfInterruption("Aborted by " + options.user());
            running.interrupt(new FlowInterruptedException(Result.ABORTED, cause), cause);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "azml-run");
        thread.setDaemon(true);
        return thread;
    }

    private static void onDeepStack(Runnable task) {
        DeepThread thread = new DeepThread(task);
        thread.start();
        thread.await();
    }

    /** A thread with room for a program that is nested deeply. */
    private static final class DeepThread extends Thread {
        private @Nullable RuntimeException failure;

        DeepThread(Runnable task) {
            super(null, task, "azml-run-program", STACK);
            setUncaughtExceptionHandler((thread, thrown) ->
                    failure = thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown));
        }

        void await() {
            try {
                join();
            } catch (InterruptedException interrupted) {
                interrupt();
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}

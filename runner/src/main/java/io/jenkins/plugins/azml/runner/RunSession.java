package io.jenkins.plugins.azml.runner;

import com.cloudbees.groovy.cps.Outcome;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Approvals;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.build.BuildFolder;
import io.jenkins.plugins.azml.runner.build.Credentials;
import io.jenkins.plugins.azml.runner.build.Findings;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.console.Console;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.cps.FinalFailure;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.Services;
import io.jenkins.plugins.azml.runner.declarative.DeclarativeTransformer;
import io.jenkins.plugins.azml.runner.durable.MarshallingStore;
import io.jenkins.plugins.azml.runner.durable.SavedProgram;
import io.jenkins.plugins.azml.runner.library.Libraries;
import io.jenkins.plugins.azml.runner.library.LibraryAnnotations;
import io.jenkins.plugins.azml.runner.library.LibraryException;
import io.jenkins.plugins.azml.runner.library.LibraryLoading;
import io.jenkins.plugins.azml.runner.sandbox.SandboxReport;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import io.jenkins.plugins.azml.runner.script.SourcePlaces;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jspecify.annotations.Nullable;

/** One build from its first line to its last: everything that a program needs, put together. */
final class RunSession implements AutoCloseable {
    /** How long work that was interrupted may take to end. */
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final RunOptions options;
    private final Build build;
    private final BuildFolder folder;
    private final Console console;
    private final IntSupplier actionsDone;
    private final ExecutorService background = Executors.newCachedThreadPool(RunSession::daemon);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(RunSession::daemon);
    private final Libraries libraries;
    private final LibraryLoading loading;
    private final List<CompilationCustomizer> customizers;
    private final Services services;
    private volatile @Nullable PipelineExecution execution;

    RunSession(
            RunOptions options,
            Home home,
            Build build,
            BuildFolder folder,
            Console console,
            Approvals approvals,
            SandboxReport report,
            Findings findings,
            IntSupplier actionsDone) {
        this.options = options;
        this.build = build;
        this.folder = folder;
        this.console = console;
        this.actionsDone = actionsDone;
        this.libraries = new Libraries(options.libraries(), home.root().resolve("libraries"));
        this.loading = new LibraryLoading(libraries, new StepConsole(console, List.of()), findings::failed);
        StepCatalogue steps = new StepCatalogue(options.allowed(), options.steps());
        this.customizers = List.of(new LibraryAnnotations(loading), new DeclarativeTransformer(steps));
        this.services = new Services(
                home,
                steps,
                libraries,
                new Credentials(options.credentials()),
                approvals,
                report,
                new SourcePlaces(String.valueOf(options.jenkinsfile().getFileName())),
                findings,
                background,
                timer);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "azml-run");
        thread.setDaemon(true);
        return thread;
    }

    private MarshallingStore store(ScriptCompiler compiler) {
        loading.into(compiler);
        return new MarshallingStore(options.durability(), compiler, this::renewed, this::keep, options.killAt());
    }

    private ScriptCompiler renewed(ScriptCompiler before) {
        ScriptCompiler renewed = before.renewed(options.parent(), customizers);
        renewed.addLibrary(libraries.urls());
        loading.into(renewed);
        return renewed;
    }

    private void keep(byte[] program) {
        PipelineExecution running = execution;
        if (running == null) {
            return;
        }
        try {
            new SavedProgram(
                            program,
                            running.compiler().trusted().compiled(),
                            running.compiler().scripts().compiled(),
                            List.copyOf(libraries.urls()),
                            libraries.loaded(),
                            services.sandboxReport().rejections(),
                            services.findings().all(),
                            actionsDone.getAsInt(),
                            build.snapshot())
                    .write(folder.program());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the program cannot be kept in " + folder.program(), unwritable);
        }
    }

    private PipelineExecution open(MarshallingStore store) {
        PipelineExecution opened = new PipelineExecution(build, console, services, store);
        store.open(opened);
        execution = opened;
        return opened;
    }

    /** The program, once it runs; null before. */
    @Nullable
    PipelineExecution execution() {
        return execution;
    }

    /** Runs the Jenkinsfile from its start. */
    void run() {
        ScriptCompiler compiler = new ScriptCompiler(options.parent(), customizers);
        MarshallingStore store = store(compiler);
        PipelineExecution opened = open(store);
        console.println("Started by user " + build.user());
        FinalFailure failure = new FinalFailure(opened);
        try {
            loading.implicit();
            CpsScript script = compiler.parse(read(), ScriptCompiler.MAIN);
            opened.nodes().programStarts();
            end(opened, opened.runToEnd(script));
        } catch (CompilationFailedException invalid) {
            failure.print(invalid);
        } catch (LibraryException missing) {
            failure.print(new AbortException("Loading libraries failed"));
        }
        finish();
    }

    /** Goes on with a build that another process began. */
    void resume(SavedProgram saved) {
        libraries.restore(saved.libraries(), saved.urls());
        ScriptCompiler compiler =
                ScriptCompiler.restored(options.parent(), customizers, saved.urls(), saved.trusted(), saved.scripts());
        MarshallingStore store = store(compiler);
        PipelineExecution opened = open(store);
        end(opened, opened.resumeToEnd(store.load(saved.program())));
        finish();
    }

    private static void end(PipelineExecution opened, Outcome outcome) {
        opened.nodes().programEnds();
        if (outcome.isFailure()) {
            new FinalFailure(opened).print(outcome.getAbnormal());
        }
    }

    private void finish() {
        build.setResult(Result.SUCCESS);
        console.println("Finished: " + build.currentResult());
        folder.forgetProgram();
    }

    private String read() {
        try {
            return Files.readString(options.jenkinsfile());
        } catch (IOException unreadable) {
            throw new RunException(
                    "the Jenkinsfile " + options.jenkinsfile() + " cannot be read: is it there?", unreadable);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        timer.shutdownNow();
        try {
            // Whoever goes on with the run in this process must not meet what still writes to its folders.
            boolean unused = background.awaitTermination(LEAVING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

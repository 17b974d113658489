package io.jenkins.plugins.azml.emulator.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.azml.emulator.install.InstallException;
import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.python.VirtualEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One job as a process of this machine. */
final class LocalJob {
    /** What a job gets between the request to end and its end. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final int SHOWN_LINES = 20;

    private final JobPlan plan;
    private final JobListener listener;
    private final JobFolder folder;
    private final PythonHost python;
    private final TailOutput tail = new TailOutput(8192);
    private final CompletableFuture<VirtualEnvironment> environment = new CompletableFuture<>();
    private volatile boolean hasBegun;
    private boolean isCancelled;
    private @Nullable BoundedProcess process;

    LocalJob(JobPlan plan, JobListener listener, JobFolder folder, PythonHost python) {
        this.plan = plan;
        this.listener = listener;
        this.folder = folder;
        this.python = python;
    }

    /** Runs the job to its end, unless it was cancelled before. */
    void run() {
        synchronized (this) {
            if (isCancelled) {
                return;
            }
            hasBegun = true;
        }
        listener.ended(outcome());
    }

    private JobOutcome outcome() {
        try {
            return runSteps();
        } catch (CancellationException cancelled) {
            return new JobOutcome.Canceled();
        } catch (JobFailure failure) {
            return failure.outcome();
        } catch (IOException | UncheckedIOException broken) {
            return JobFailure.ofService(String.valueOf(broken.getMessage())).outcome();
        } finally {
            deleteFolder();
        }
    }

    private JobOutcome runSteps() throws IOException {
        step(JobStatus.Preparing);
        VirtualEnvironment prepared = environment();
        Map<String, String> values = folder.prepare();
        String command = new CommandTemplate(plan.command()).expand(values);
        step(JobStatus.Running);
        BoundedProcess.Result result =
                start(command, variables(prepared, values)).await();
        step(JobStatus.Finalizing);
        folder.storeOutputs();
        return judge(result);
    }

    private void step(JobStatus status) {
        checkNotCancelled();
        listener.status(status);
    }

    private synchronized void checkNotCancelled() {
        if (isCancelled) {
            throw new CancellationException();
        }
    }

    // An installation goes on when the job is cancelled: the next job with this environment finds it.
    private VirtualEnvironment environment() {
        Thread installation = new Thread(
                this::installEnvironment, "environment of " + plan.key().name());
        installation.setDaemon(true);
        installation.start();
        try {
            return environment.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof InstallException notInstalled
                    ? JobFailure.ofEnvironment(
                            "environment " + plan.environment().name() + ":"
                                    + plan.environment().version() + ": " + notInstalled.getMessage())
                    : JobFailure.ofService(String.valueOf(failed.getCause()));
        }
    }

    private void installEnvironment() {
        try {
            environment.complete(
                    python.environments().forConda(plan.environment().conda(), this::note));
        } catch (RuntimeException failed) {
            environment.completeExceptionally(failed);
        }
    }

    private void note(String line) {
        if (!environment.isDone()) {
            listener.log((line + "\n").getBytes(UTF_8));
        }
    }

    private Map<String, String> variables(VirtualEnvironment prepared, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(python.variables().plain());
        all.put("PYTHONUNBUFFERED", "1");
        all.put("AZUREML_RUN_ID", plan.key().name());
        all.put("AZUREML_ROOT_RUN_ID", plan.key().name());
        all.put("AZUREML_EXPERIMENT_NAME", plan.experiment());
        all.put("AZUREML_ARM_PROJECT_NAME", plan.experiment());
        all.put("AZUREML_ARM_WORKSPACE_NAME", plan.key().workspace());
        values.forEach((reference, value) -> all.put(variableOf(reference), value));
        all.putAll(plan.variables());
        all.put("HOME", folder.home().toString());
        all.put("TMPDIR", folder.temporary().toString());
        return prepared.activatedIn(all);
    }

    private static String variableOf(String reference) {
        return reference.startsWith("inputs.")
                ? "AZURE_ML_INPUT_" + reference.substring("inputs.".length())
                : "AZURE_ML_OUTPUT_" + reference.substring("outputs.".length());
    }

    private synchronized BoundedProcess start(String script, Map<String, String> variables) {
        checkNotCancelled();
        Command command =
                Command.of("job " + plan.key().name(), List.of("/bin/bash", "-c", script), folder.working(), variables);
        process = BoundedProcess.start(
                plan.timeout().map(command::within).orElse(command), python.children(), this::write);
        return process;
    }

    private void write(byte[] bytes) {
        tail.write(bytes);
        listener.log(bytes);
    }

    private JobOutcome judge(BoundedProcess.Result result) {
        return switch (result.end()) {
            case CANCELLED -> new JobOutcome.Canceled();
            case TIMED_OUT ->
                JobFailure.ofUser("the job ran longer than its limit of "
                                + plan.timeout().orElse(Duration.ZERO).toSeconds() + " s")
                        .outcome();
            case EXITED -> result.exitCode() == 0 ? new JobOutcome.Completed() : failed(result.exitCode());
        };
    }

    private JobOutcome failed(int exitCode) {
        String program = plan.command().strip().split("\\s+", 2)[0];
        return JobFailure.ofUser("Execution failed. User process '" + program + "' exited with status code " + exitCode
                        + ". Please check log file 'user_logs/std_log.txt' for error details. Error: "
                        + tail.lastLines(SHOWN_LINES).strip())
                .outcome();
    }

    /** Ends the job, queued or whatever it is about; returns when its process is gone. */
    void cancel() {
        boolean isFirst;
        BoundedProcess running;
        synchronized (this) {
            isFirst = !isCancelled;
            isCancelled = true;
            running = process;
        }
        if (isFirst && !hasBegun) {
            listener.ended(new JobOutcome.Canceled());
        }
        environment.completeExceptionally(new CancellationException());
        if (running != null) {
            running.cancel(GRACE);
        }
    }

    private void deleteFolder() {
        try {
            folder.delete();
        } catch (IOException undeletable) {
            listener.log(("cannot delete the job's folder: " + undeletable.getMessage() + "\n").getBytes(UTF_8));
        }
    }
}

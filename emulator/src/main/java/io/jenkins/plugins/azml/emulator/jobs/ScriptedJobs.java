package io.jenkins.plugins.azml.emulator.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.mlflow.TrackingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Jobs that follow a script on the emulator's clock instead of running. For use by one thread. */
public final class ScriptedJobs implements JobRunner {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final BlobStore blobs;
    private final TrackingStore tracking;
    private final EmulatorClock clock;
    private final Map<JobKey, JobListener> alive = new HashMap<>();
    private Function<JobPlan, JobScript> scripts = plan -> JobScript.ordinary();

    public ScriptedJobs(BlobStore blobs, TrackingStore tracking, EmulatorClock clock) {
        this.blobs = blobs;
        this.tracking = tracking;
        this.clock = clock;
    }

    /** Decides what the jobs do from now on that bring no script in {@link JobScript#VARIABLE}. */
    public void script(Function<JobPlan, JobScript> chosen) {
        scripts = chosen;
    }

    /** The same scripts for other servers; knows none of the jobs. */
    public ScriptedJobs copy(BlobStore otherBlobs, TrackingStore otherTracking, EmulatorClock otherClock) {
        ScriptedJobs copy = new ScriptedJobs(otherBlobs, otherTracking, otherClock);
        copy.scripts = scripts;
        return copy;
    }

    @Override
    public void submit(JobPlan plan, JobListener listener) {
        String own = plan.variables().get(JobScript.VARIABLE);
        JobScript script = own == null ? scripts.apply(plan) : JobScript.parse(own);
        alive.put(plan.key(), listener);
        clock.after(STEP, () -> status(plan, JobStatus.Queued));
        clock.after(STEP.plus(script.queued()), () -> status(plan, JobStatus.Preparing));
        Duration start = STEP.plus(script.queued()).plus(STEP);
        clock.after(start, () -> run(plan, script));
    }

    @Override
    public void cancel(JobKey key) {
        JobListener listener = alive.remove(key);
        if (listener != null) {
            clock.after(STEP, () -> listener.ended(new JobOutcome.Canceled()));
        }
    }

    @Override
    public void close() {
        alive.clear();
    }

    private void status(JobPlan plan, JobStatus status) {
        JobListener listener = alive.get(plan.key());
        if (listener != null) {
            listener.status(status);
        }
    }

    private void run(JobPlan plan, JobScript script) {
        status(plan, JobStatus.Running);
        int lines = script.log().size();
        for (int i = 0; i < lines; i++) {
            String line = script.log().get(i) + "\n";
            clock.after(script.running().multipliedBy(i).dividedBy(Math.max(1, lines)), () -> log(plan, line));
        }
        clock.after(script.running(), () -> finish(plan, script));
    }

    private void log(JobPlan plan, String line) {
        JobListener listener = alive.get(plan.key());
        if (listener != null) {
            listener.log(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void finish(JobPlan plan, JobScript script) {
        if (!alive.containsKey(plan.key())) {
            return;
        }
        status(plan, JobStatus.Finalizing);
        track(plan, script);
        script.files().forEach((path, content) -> store(plan, path, content));
        clock.after(STEP, () -> end(plan, script));
    }

    private void end(JobPlan plan, JobScript script) {
        JobListener listener = alive.remove(plan.key());
        if (listener != null) {
            listener.ended(
                    script.exit() == 0
                            ? new JobOutcome.Completed()
                            : new JobOutcome.Failed("UserError", "the command exited with " + script.exit()));
        }
    }

    private void track(JobPlan plan, JobScript script) {
        ObjectNode batch = Json.object().put("run_id", plan.key().name());
        ArrayNode metrics = batch.putArray("metrics");
        script.metrics()
                .forEach((key, value) -> metrics.addObject()
                        .put("key", key)
                        .put("value", value)
                        .put("timestamp", clock.millis())
                        .put("step", 0));
        ArrayNode parameters = batch.putArray("params");
        script.parameters()
                .forEach((key, value) -> parameters.addObject().put("key", key).put("value", value));
        Request request =
                new Request("POST", "/api/2.0/mlflow/runs/log-batch", Map.of(), Headers.none(), Json.bytes(batch));
        int status = tracking.handle(plan.key().workspace(), request).status();
        if (status != 200) {
            throw new IllegalStateException("the tracking store answered " + status + " to the script of "
                    + plan.key().name());
        }
    }

    private void store(JobPlan plan, String path, String content) {
        int colon = path.indexOf(':');
        JobOutput output = colon < 0 ? null : plan.outputs().get(path.substring(0, colon));
        BlobLocation folder = output == null ? plan.artifacts() : output.location();
        String name = output == null ? path : path.substring(colon + 1);
        blobs.put(folder.container(), folder.below(name), content.getBytes(StandardCharsets.UTF_8));
    }
}

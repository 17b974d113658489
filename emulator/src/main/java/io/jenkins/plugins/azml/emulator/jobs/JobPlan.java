package io.jenkins.plugins.azml.emulator.jobs;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that running one job takes; every reference is resolved.
 *
 * @param command with {@code ${{inputs.x}}} and {@code ${{outputs.y}}} still in it
 * @param code the snapshot's folder; empty: the job starts in an empty folder
 * @param variables the job's own environment variables together with what tracking needs
 * @param artifacts where the folder {@code outputs} goes (as {@code outputs/...}); {@code user_logs} lies there too, written by the listener's owner
 * @param tags the job's tags, for a scripted runner
 * @param timeout after which the job is ended as failed
 */
public record JobPlan(
        JobKey key,
        String experiment,
        String command,
        Optional<BlobLocation> code,
        SoftwareEnvironment environment,
        Map<String, JobInput> inputs,
        Map<String, JobOutput> outputs,
        Map<String, String> variables,
        Map<String, String> tags,
        BlobLocation artifacts,
        Optional<Duration> timeout) {
    public JobPlan {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
        variables = Map.copyOf(variables);
        tags = Map.copyOf(tags);
    }
}

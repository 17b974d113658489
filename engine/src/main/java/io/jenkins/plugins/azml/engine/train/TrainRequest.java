package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Duration;
import java.util.Map;

/**
 * What is to be trained.
 *
 * @param run whose job it is: the job has its name
 * @param experiment for a job whose file names none
 * @param stamp where the code comes from, taken once when the run began
 * @param follow whether the log is read along
 * @param reuse whether a completed job of the same content is taken in place of a new one
 */
public record TrainRequest(
        RunId run, CommandJob job, String experiment, Stamp stamp, Limits limits, boolean follow, boolean reuse) {

    /** Always a new job. */
    public TrainRequest(RunId run, CommandJob job, String experiment, Stamp stamp, Limits limits, boolean follow) {
        this(run, job, experiment, stamp, limits, follow, false);
    }

    /**
     * Where the code comes from.
     *
     * @param properties for the job, as the official client and MLflow name them
     * @param tags for the job: commit, build
     */
    public record Stamp(Map<String, String> properties, Map<String, String> tags) {
        public static Stamp none() {
            return new Stamp(Map.of(), Map.of());
        }
    }

    /**
     * How long a job may take before it is cancelled.
     *
     * @param queued from submission until it begins its own work
     * @param running from then on; the file's {@code limits.timeout} holds besides, kept by Azure
     */
    public record Limits(Duration queued, Duration running) {
        public static Limits usual() {
            return new Limits(Duration.ofHours(6), Duration.ofDays(7));
        }
    }
}

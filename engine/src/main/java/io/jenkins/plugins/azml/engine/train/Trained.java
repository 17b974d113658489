package io.jenkins.plugins.azml.engine.train;

import java.util.Map;

/**
 * A completed job.
 *
 * @param studioUrl where people look at it, or empty
 * @param metrics the last value of each, as logged; may be NaN or infinite
 * @param params as logged
 * @param tags that the job carries: run, commit, data versions, and those of its file
 * @param filesSent how many files were uploaded; 0 for what was known already
 */
public record Trained(
        String job,
        String studioUrl,
        Map<String, Double> metrics,
        Map<String, String> params,
        Map<String, String> tags,
        int filesSent) {}

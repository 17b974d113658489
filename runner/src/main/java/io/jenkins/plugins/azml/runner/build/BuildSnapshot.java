package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jenkins.model.CauseOfInterruption;
import org.jspecify.annotations.Nullable;

/**
 * A running build as it is kept for a restart.
 *
 * @param set what the script set on {@code env}
 * @param scripts how many scripts were loaded or evaluated
 * @param milestone the number of the last milestone
 */
public record BuildSnapshot(
        int number,
        Instant started,
        Map<String, Object> parameters,
        Map<String, String> set,
        Map<String, Long> artifacts,
        Set<CauseOfInterruption> causes,
        Stages stages,
        int scripts,
        @Nullable Integer milestone,
        @Nullable Result result,
        @Nullable String description,
        @Nullable String displayName)
        implements Serializable {}

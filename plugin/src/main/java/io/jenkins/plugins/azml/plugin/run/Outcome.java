package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * How a run ended.
 *
 * @param status {@code done}, {@code gate}, {@code failed} or {@code cancelled}
 * @param result of the stage as JSON, {@code {}} if it failed
 */
public record Outcome(String status, Instant ended, String result, List<Problem> problems) {}

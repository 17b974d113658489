package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of a build that has ended, as far as later builds ask for it. */
public record BuildRecord(
        int number,
        Result result,
        @Nullable String description,
        String displayName,
        long started,
        Map<String, String> variables) {

    public BuildRecord {
        variables = Map.copyOf(variables);
    }
}

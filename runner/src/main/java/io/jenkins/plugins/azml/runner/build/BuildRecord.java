package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import org.jspecify.annotations.Nullable;

/** What is kept of a build that has ended, as far as later builds ask for it. */
public record BuildRecord(
        int number, Result result, @Nullable String description, String displayName, long started) {}

package io.jenkins.plugins.azml.plugin.step;

import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** A step whose stage judges, so that its verdict can be written as a file. */
public abstract class ReportingStep extends StageStep {
    private @Nullable String junit;
    private @Nullable String markdown;

    @Override
    final @Nullable String reportJunit() {
        return junit;
    }

    @Override
    final @Nullable String reportMarkdown() {
        return markdown;
    }

    public @Nullable String getJunit() {
        return junit;
    }

    @DataBoundSetter
    public void setJunit(@Nullable String junit) {
        this.junit = Given.orNull(junit);
    }

    public @Nullable String getMarkdown() {
        return markdown;
    }

    @DataBoundSetter
    public void setMarkdown(@Nullable String markdown) {
        this.markdown = Given.orNull(markdown);
    }
}

package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlResume}. */
public final class ResumeStep extends HandleStep {
    private @Nullable String junit;
    private @Nullable String markdown;

    @DataBoundConstructor
    public ResumeStep(String run) {
        super(run);
    }

    @Override
    boolean cancels() {
        return false;
    }

    @Override
    @Nullable
    String reportJunit() {
        return junit;
    }

    @Override
    @Nullable
    String reportMarkdown() {
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

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlResume");
        }
    }
}

package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code azmlResume}. */
public final class ResumeStep extends HandleStep {
    @DataBoundConstructor
    public ResumeStep(String run) {
        super(run);
    }

    @Override
    boolean cancels() {
        return false;
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlResume");
        }
    }
}

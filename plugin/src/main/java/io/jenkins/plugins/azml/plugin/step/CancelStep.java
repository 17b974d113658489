package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code azmlCancel}. */
public final class CancelStep extends HandleStep {
    @DataBoundConstructor
    public CancelStep(String run) {
        super(run);
    }

    @Override
    boolean cancels() {
        return true;
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlCancel");
        }
    }
}

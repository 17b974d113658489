package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.RollbackCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code azmlRollback}. */
public final class RollbackStep extends StageStep {
    private final String endpoint;

    @DataBoundConstructor
    public RollbackStep(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getEndpoint() {
        return endpoint;
    }

    @Override
    StageCall<?, ?> call() {
        return new RollbackCall(Given.needed(endpoint, step(), "endpoint"));
    }

    @Override
    List<String> files() {
        return List.of();
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlRollback");
        }
    }
}

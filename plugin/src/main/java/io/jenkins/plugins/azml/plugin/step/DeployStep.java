package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.DeployCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code azmlDeploy}. */
public final class DeployStep extends DeliveryStep {
    @DataBoundConstructor
    public DeployStep(String file) {
        super(file);
    }

    @Override
    StageCall<?, ?> call() {
        return new DeployCall(delivery());
    }

    @Override
    List<String> files() {
        return deliveryFiles();
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlDeploy");
        }
    }
}

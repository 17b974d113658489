package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlPromote}. */
public final class PromoteStep extends DeliveryStep {
    private @Nullable String to;
    private @Nullable String tests;
    private @Nullable String override;

    @DataBoundConstructor
    public PromoteStep(String file) {
        super(file);
    }

    @Override
    StageCall<?, ?> call() {
        return new PromoteCall(delivery(), Given.needed(tests, step(), "tests"), override);
    }

    @Override
    List<String> files() {
        List<String> files = new ArrayList<>(deliveryFiles());
        files.add(Given.needed(tests, step(), "tests"));
        return files;
    }

    @Override
    Map<String, String> others() {
        return Map.of(Scene.TARGET, Given.needed(to, step(), "to"));
    }

    public @Nullable String getTo() {
        return to;
    }

    @DataBoundSetter
    public void setTo(@Nullable String to) {
        this.to = Given.orNull(to);
    }

    public @Nullable String getTests() {
        return tests;
    }

    @DataBoundSetter
    public void setTests(@Nullable String tests) {
        this.tests = Given.orNull(tests);
    }

    public @Nullable String getOverride() {
        return override;
    }

    @DataBoundSetter
    public void setOverride(@Nullable String override) {
        this.override = Given.orNull(override);
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlPromote");
        }
    }
}

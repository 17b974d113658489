package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.call.TestCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlTest}. */
public final class TestStep extends ReportingStep {
    private final String tests;
    private @Nullable String endpoint;
    private @Nullable String deployment;

    @DataBoundConstructor
    public TestStep(String tests) {
        this.tests = tests;
    }

    @Override
    StageCall<?, ?> call() {
        return new TestCall(
                Given.needed(tests, step(), "tests"), Given.needed(endpoint, step(), "endpoint"), deployment);
    }

    @Override
    List<String> files() {
        return List.of(tests);
    }

    public String getTests() {
        return tests;
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = Given.orNull(endpoint);
    }

    public @Nullable String getDeployment() {
        return deployment;
    }

    @DataBoundSetter
    public void setDeployment(@Nullable String deployment) {
        this.deployment = Given.orNull(deployment);
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlTest");
        }
    }
}

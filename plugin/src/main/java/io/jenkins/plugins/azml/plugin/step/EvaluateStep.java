package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlEvaluate}. */
public final class EvaluateStep extends ReportingStep {
    private final String gates;
    private @Nullable String job;
    private @Nullable String endpoint;
    private @Nullable String championIn;
    private String testInput = "test_data";

    @DataBoundConstructor
    public EvaluateStep(String gates) {
        this.gates = gates;
    }

    @Override
    StageCall<?, ?> call() {
        return new EvaluateCall(
                Given.needed(gates, step(), "gates"), Given.needed(job, step(), "job"), endpoint, testInput);
    }

    @Override
    List<String> files() {
        return List.of(gates);
    }

    @Override
    Map<String, String> others() {
        return championIn == null ? Map.of() : Map.of(Scene.CHAMPION, championIn);
    }

    public String getGates() {
        return gates;
    }

    public @Nullable String getJob() {
        return job;
    }

    @DataBoundSetter
    public void setJob(@Nullable String job) {
        this.job = Given.orNull(job);
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = Given.orNull(endpoint);
    }

    public @Nullable String getChampionIn() {
        return championIn;
    }

    @DataBoundSetter
    public void setChampionIn(@Nullable String championIn) {
        this.championIn = Given.orNull(championIn);
    }

    public String getTestInput() {
        return testInput;
    }

    @DataBoundSetter
    public void setTestInput(String testInput) {
        this.testInput = testInput.isBlank() ? "test_data" : testInput;
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlEvaluate");
        }
    }
}

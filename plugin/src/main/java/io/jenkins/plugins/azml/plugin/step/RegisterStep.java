package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlRegister}. */
public final class RegisterStep extends StageStep {
    private final String file;
    private @Nullable String evaluation;
    private @Nullable String job;
    private String path = "model";

    @DataBoundConstructor
    public RegisterStep(String file) {
        this.file = file;
    }

    @Override
    StageCall<?, ?> call() {
        if (job == null && evaluation == null) {
            throw Given.problem("azmlRegister needs the argument 'evaluation' or 'job'");
        }
        return new RegisterCall(Given.needed(file, step(), "file"), job == null ? "" : job, path, "");
    }

    @Override
    List<String> files() {
        return List.of(file);
    }

    @Override
    @Nullable
    String verdictOf() {
        return evaluation;
    }

    public String getFile() {
        return file;
    }

    public @Nullable String getEvaluation() {
        return evaluation;
    }

    /** The run of azmlEvaluate whose verdict the version bears. */
    @DataBoundSetter
    public void setEvaluation(@Nullable String evaluation) {
        this.evaluation = Given.orNull(evaluation);
    }

    public @Nullable String getJob() {
        return job;
    }

    @DataBoundSetter
    public void setJob(@Nullable String job) {
        this.job = Given.orNull(job);
    }

    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = path.isBlank() ? "model" : path;
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlRegister");
        }
    }
}

package io.jenkins.plugins.azml.plugin.step;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code azmlTrain}. */
public final class TrainStep extends StageStep {
    private final String file;
    private @Nullable Map<String, ?> set;
    private String experiment = "azml";
    private boolean logs = true;
    private boolean reuse;
    private @Nullable String queueLimit;
    private @Nullable String runLimit;
    private @Nullable String download;

    @DataBoundConstructor
    public TrainStep(String file) {
        this.file = file;
    }

    @Override
    StageCall<?, ?> call() {
        return new TrainCall(
                Given.needed(file, step(), "file"),
                values(),
                experiment,
                TrainRequest.Stamp.none(),
                new TrainRequest.Limits(
                        limit(
                                queueLimit,
                                "queueLimit",
                                TrainRequest.Limits.usual().queued()),
                        limit(runLimit, "runLimit", TrainRequest.Limits.usual().running())),
                logs,
                reuse);
    }

    @Override
    @Nullable
    String download() {
        return download;
    }

    private static Duration limit(@Nullable String given, String argument, Duration usual) {
        return given == null ? usual : Given.time(given, argument);
    }

    @Override
    List<String> files() {
        return List.of(file);
    }

    @Override
    Map<String, String> values() {
        return Given.texts(set);
    }

    public String getFile() {
        return file;
    }

    public @Nullable Map<String, ?> getSet() {
        return set;
    }

    @DataBoundSetter
    public void setSet(@Nullable Map<String, ?> set) {
        this.set = set;
    }

    public String getExperiment() {
        return experiment;
    }

    @DataBoundSetter
    public void setExperiment(String experiment) {
        this.experiment = experiment.isBlank() ? "azml" : experiment;
    }

    public boolean isLogs() {
        return logs;
    }

    @DataBoundSetter
    public void setLogs(boolean logs) {
        this.logs = logs;
    }

    public boolean isReuse() {
        return reuse;
    }

    @DataBoundSetter
    public void setReuse(boolean reuse) {
        this.reuse = reuse;
    }

    public @Nullable String getQueueLimit() {
        return queueLimit;
    }

    @DataBoundSetter
    public void setQueueLimit(@Nullable String queueLimit) {
        this.queueLimit = Given.orNull(queueLimit);
    }

    public @Nullable String getRunLimit() {
        return runLimit;
    }

    @DataBoundSetter
    public void setRunLimit(@Nullable String runLimit) {
        this.runLimit = Given.orNull(runLimit);
    }

    public @Nullable String getDownload() {
        return download;
    }

    @DataBoundSetter
    public void setDownload(@Nullable String download) {
        this.download = Given.orNull(download);
    }

    /** Its descriptor. */
    @Extension
    public static final class DescriptorImpl extends StageStepDescriptor {
        public DescriptorImpl() {
            super("azmlTrain");
        }
    }
}

package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.support.steps.build.BuildView;
import org.jspecify.annotations.Nullable;

/** Shows the running build to scripts. */
final class CurrentBuildView implements BuildView {
    private final Build build;

    CurrentBuildView(Build build) {
        this.build = build;
    }

    @Override
    public int number() {
        return build.number();
    }

    @Override
    public String jobName() {
        return build.job().name();
    }

    @Override
    public @Nullable Result result() {
        return build.result();
    }

    @Override
    public @Nullable String description() {
        return build.description();
    }

    @Override
    public String displayName() {
        return build.displayName();
    }

    @Override
    public boolean keepLog() {
        return build.keepLog();
    }

    @Override
    public long startTime() {
        return build.started().toEpochMilli();
    }

    @Override
    public Map<String, String> variables() {
        return build.env().getOverriddenEnvironment();
    }

    @Override
    public List<Map<String, Object>> causes() {
        if (!build.startedBy().isEmpty()) {
            return build.startedBy();
        }
        Map<String, Object> cause = new TreeMap<>();
        cause.put("_class", "hudson.model.Cause$UserIdCause");
        cause.put("shortDescription", "Started by user " + build.user());
        cause.put("userId", build.user());
        cause.put("userName", build.user());
        return List.of(cause);
    }

    @Override
    public List<BuildView> previous() {
        return build.previous().stream()
                .map(record -> (BuildView) new EndedBuildView(build.job(), record))
                .toList();
    }

    @Override
    public List<BuildView> next() {
        return build.next().stream()
                .map(record -> (BuildView) new EndedBuildView(build.job(), record))
                .toList();
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    @Override
    public void setResult(Result result) {
        build.setResult(result);
    }

    @Override
    public void setDescription(@Nullable String text) {
        build.setDescription(text);
    }

    @Override
    public void setDisplayName(@Nullable String name) {
        build.setDisplayName(name);
    }

    @Override
    public void setKeepLog(boolean keep) {
        build.setKeepLog(keep);
    }
}

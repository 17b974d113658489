package org.jenkinsci.plugins.workflow.support.steps.build;

import hudson.model.Result;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variable {@code currentBuild}, and the builds before it. */
public final class RunWrapper implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BuildView build;

    public RunWrapper(BuildView build) {
        this.build = build;
    }

    private BuildView changeable(String property) {
        if (!build.isCurrent()) {
            throw new SecurityException("can only set the " + property + " property on the current build");
        }
        return build;
    }

    public void setResult(String result) {
        changeable("result").setResult(Result.fromString(result));
    }

    public void setDescription(@Nullable String text) {
        changeable("description").setDescription(text);
    }

    public void setDisplayName(@Nullable String name) {
        changeable("displayName").setDisplayName(name);
    }

    public void setKeepLog(boolean keep) {
        changeable("keepLog").setKeepLog(keep);
    }

    public int getNumber() {
        return build.number();
    }

    public String getId() {
        return Integer.toString(build.number());
    }

    public @Nullable String getResult() {
        Result result = build.result();
        return result == null ? null : result.toString();
    }

    public String getCurrentResult() {
        return current().toString();
    }

    private Result current() {
        Result result = build.result();
        return result == null ? Result.SUCCESS : result;
    }

    public boolean resultIsBetterOrEqualTo(String other) {
        return current().isBetterOrEqualTo(Result.fromString(other));
    }

    public boolean resultIsWorseOrEqualTo(String other) {
        return current().isWorseOrEqualTo(Result.fromString(other));
    }

    public long getTimeInMillis() {
        return build.startTime();
    }

    public long getStartTimeInMillis() {
        return build.startTime();
    }

    public long getDuration() {
        return System.currentTimeMillis() - build.startTime();
    }

    public String getDurationString() {
        Duration duration = Duration.ofMillis(getDuration());
        return duration.toSeconds() + "." + duration.toMillisPart() / 100 + " sec and counting";
    }

    public @Nullable String getDescription() {
        return build.description();
    }

    public String getDisplayName() {
        return build.displayName();
    }

    public String getFullDisplayName() {
        return build.jobName() + " " + build.displayName();
    }

    public boolean isKeepLog() {
        return build.keepLog();
    }

    public String getProjectName() {
        return build.jobName().substring(build.jobName().lastIndexOf('/') + 1);
    }

    public String getFullProjectName() {
        return build.jobName();
    }

    public String getExternalizableId() {
        return build.jobName() + "#" + build.number();
    }

    public Map<String, String> getBuildVariables() {
        return build.variables();
    }

    public List<RunWrapper> getUpstreamBuilds() {
        return List.of();
    }

    public List<Object> getChangeSets() {
        return List.of();
    }

    public List<Map<String, Object>> getBuildCauses() {
        return CauseMap.of(build.causes());
    }

    public List<Map<String, Object>> getBuildCauses(String className) {
        return getBuildCauses().stream()
                .filter(cause -> className.equals(cause.get("_class")))
                .toList();
    }

    public String getAbsoluteUrl() {
        return "";
    }

    public @Nullable RunWrapper getNextBuild() {
        return build.next().stream().findFirst().map(RunWrapper::new).orElse(null);
    }

    public @Nullable RunWrapper getPreviousBuild() {
        return previous(result -> true);
    }

    public @Nullable RunWrapper getPreviousBuildInProgress() {
        return null;
    }

    public @Nullable RunWrapper getPreviousBuiltBuild() {
        return previous(result -> result != Result.NOT_BUILT);
    }

    public @Nullable RunWrapper getPreviousCompletedBuild() {
        return previous(result -> true);
    }

    public @Nullable RunWrapper getPreviousFailedBuild() {
        return previous(result -> result == Result.FAILURE);
    }

    public @Nullable RunWrapper getPreviousNotFailedBuild() {
        return previous(result -> result != Result.FAILURE);
    }

    public @Nullable RunWrapper getPreviousSuccessfulBuild() {
        return previous(result -> result.isBetterOrEqualTo(Result.UNSTABLE));
    }

    private @Nullable RunWrapper previous(Predicate<Result> wanted) {
        return build.previous().stream()
                .filter(earlier -> earlier.result() != null && wanted.test(earlier.result()))
                .findFirst()
                .map(RunWrapper::new)
                .orElse(null);
    }

    /** The build itself, which a sandboxed script is refused. */
    public BuildView getRawBuild() {
        return build;
    }
}

package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.support.steps.build.BuildView;
import org.jspecify.annotations.Nullable;

/** Shows another build, which has ended, to scripts. It cannot be changed: {@link #isCurrent} keeps callers from trying. */
record EndedBuildView(Job job, BuildRecord ended) implements BuildView {
    @Override
    public int number() {
        return ended.number();
    }

    @Override
    public String jobName() {
        return job.name();
    }

    @Override
    public Result result() {
        return ended.result();
    }

    @Override
    public @Nullable String description() {
        return ended.description();
    }

    @Override
    public String displayName() {
        return ended.displayName();
    }

    @Override
    public boolean keepLog() {
        return false;
    }

    @Override
    public long startTime() {
        return ended.started();
    }

    @Override
    public Map<String, String> variables() {
        return ended.variables();
    }

    @Override
    public List<Map<String, Object>> causes() {
        return List.of();
    }

    @Override
    public List<BuildView> previous() {
        return job.before(ended.number()).stream()
                .map(record -> (BuildView) new EndedBuildView(job, record))
                .toList();
    }

    @Override
    public List<BuildView> next() {
        return job.after(ended.number()).stream()
                .map(record -> (BuildView) new EndedBuildView(job, record))
                .toList();
    }

    @Override
    public boolean isCurrent() {
        return false;
    }

    @Override
    public void setResult(Result result) {
        throw new UnsupportedOperationException("a build that has ended cannot be changed");
    }

    @Override
    public void setDescription(@Nullable String text) {
        throw new UnsupportedOperationException("a build that has ended cannot be changed");
    }

    @Override
    public void setDisplayName(@Nullable String name) {
        throw new UnsupportedOperationException("a build that has ended cannot be changed");
    }

    @Override
    public void setKeepLog(boolean keep) {
        throw new UnsupportedOperationException("a build that has ended cannot be changed");
    }
}

package io.jenkins.plugins.azml.plugin.build;

import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Metrics and verdicts of a job over its builds. */
public final class TrendAction implements Action {
    /** As many builds as a chart can show, and as may be loaded for a page. */
    static final int BUILDS = 50;

    private final Job<?, ?> job;

    TrendAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The trend of the last builds, the newest first. */
    public Trend getTrend() {
        List<TrendRow> rows = new ArrayList<>();
        Run<?, ?> build = job.getLastBuild();
        for (int seen = 0; build != null && seen < BUILDS; seen++) {
            StagesAction action = build.getAction(StagesAction.class);
            if (action != null) {
                rows.add(new TrendRow(build.getNumber(), action.getStages()));
            }
            build = build.getPreviousBuild();
        }
        return new Trend(rows);
    }

    /** Whether there is what draws charts; without it a table says the same. */
    public boolean isDrawn() {
        return Objects.nonNull(Jenkins.get().getPlugin("echarts-api"));
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.of("displayName");
    }

    @Override
    public @Nullable String getUrlName() {
        return null;
    }
}

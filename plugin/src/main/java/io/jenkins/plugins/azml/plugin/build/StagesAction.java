package io.jenkins.plugins.azml.plugin.build;

import hudson.model.Run;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/** The stages of a build. Kept with it; what is large lies in the build's folder. */
public final class StagesAction implements RunAction2 {
    private final List<StageEntry> stages = new ArrayList<>();
    private transient @Nullable Run<?, ?> build;

    /** The build's action, which is made if it has none. */
    public static StagesAction of(Run<?, ?> build) {
        synchronized (build) {
            StagesAction action = build.getAction(StagesAction.class);
            if (action == null) {
                action = new StagesAction();
                build.addAction(action);
            }
            return action;
        }
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        build = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        build = run;
    }

    /** The stages in the order in which they began. */
    public synchronized List<StageEntry> getStages() {
        return List.copyOf(stages);
    }

    /** Where the build keeps the runs themselves. */
    public BuildRuns runs() {
        return new BuildRuns(Objects.requireNonNull(build).getRootDir());
    }

    /** Notes a stage that begins; one that is taken up again is known already. */
    public void begin(StageEntry entry) throws IOException {
        synchronized (this) {
            if (find(entry.getRun()).isPresent()) {
                return;
            }
            stages.add(entry);
        }
        save();
    }

    /** Notes where a stage stands. */
    public void move(String run, String status, long ended) throws IOException {
        synchronized (this) {
            find(run).ifPresent(entry -> entry.move(status, ended));
        }
        save();
    }

    /** Notes where people look at a stage's job; saved with the next change. */
    public synchronized void foundAt(String run, String studioUrl) {
        find(run).ifPresent(entry -> entry.foundAt(studioUrl));
    }

    private Optional<StageEntry> find(String run) {
        return stages.stream().filter(entry -> entry.getRun().equals(run)).findFirst();
    }

    private void save() throws IOException {
        if (build != null) {
            build.save();
        }
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Azure ML";
    }

    @Override
    public String getUrlName() {
        return "azml";
    }
}

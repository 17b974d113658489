package io.jenkins.plugins.azml.plugin.build;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jenkins.model.RunAction2;
import jenkins.tasks.SimpleBuildStep;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The stages of a build. Kept with it; what is large lies in the build's folder. */
public final class StagesAction implements RunAction2, SimpleBuildStep.LastBuildAction {
    /** Replaced, never changed: Jenkins may write it while a stage begins. */
    private List<StageEntry> stages = new ArrayList<>();

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

    /** The build whose stages these are. */
    public Run<?, ?> getBuild() {
        return Objects.requireNonNull(build);
    }

    /** The stages in the order in which they began. */
    public synchronized List<StageEntry> getStages() {
        return List.copyOf(stages);
    }

    /** What the stages came to, read anew. */
    public BuildReport getReport() {
        return new BuildReport(getStages().stream().map(this::read).toList());
    }

    /** The remote API of the same. */
    public Api getApi() {
        return new Api(getReport());
    }

    private StageReport read(StageEntry entry) {
        return new Reader(new BuildRuns(holder(entry).getRootDir())).read(entry);
    }

    /** Another build may have the run; one that the reader may not see, or that is gone, shows nothing of it. */
    private Run<?, ?> holder(StageEntry entry) {
        Run<?, ?> other = entry.getHolder() == null ? null : visible(entry.getHolder());
        return other == null ? getBuild() : other;
    }

    private static @Nullable Run<?, ?> visible(String id) {
        try {
            return Run.fromExternalizableId(id);
        } catch (AccessDeniedException discoveredAlone) {
            return null;
        }
    }

    /** Notes a stage that begins; one that is taken up again is known already. */
    public void begin(StageEntry entry) throws IOException {
        synchronized (this) {
            if (find(entry.getRun()).isPresent()) {
                return;
            }
            List<StageEntry> more = new ArrayList<>(stages);
            more.add(entry);
            stages = more;
        }
        save();
    }

    /** Notes where a stage stands, and its figures if it has ended. */
    public void move(String run, String status, long ended) throws IOException {
        synchronized (this) {
            find(run).ifPresent(entry -> {
                entry.move(status, ended);
                if (ended != 0 && build != null) {
                    entry.came(read(entry));
                }
            });
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
    public Collection<? extends Action> getProjectActions() {
        return List.of(new TrendAction(getBuild().getParent()));
    }

    @Override
    public String getIconFileName() {
        return "symbol-azure-machine-learning plugin-azure-machine-learning";
    }

    @Override
    public String getDisplayName() {
        return Messages.of("displayName");
    }

    @Override
    public String getUrlName() {
        return "azml";
    }
}

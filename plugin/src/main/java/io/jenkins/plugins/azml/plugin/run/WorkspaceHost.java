package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.SharedHost;
import io.jenkins.plugins.azml.engine.turn.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All runs that wait in one workspace with one credential: one connection, one look at the jobs for all of them. */
final class WorkspaceHost implements SharedHost.Ends {
    private static final Logger LOGGER = Logger.getLogger(WorkspaceHost.class.getName());

    private final Hosts hosts;
    private final Connection connection;
    private final Workspace workspace;
    private final InstantSource clock;
    private final SharedHost shared;
    private final Map<RunId, LiveRun> runs = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private Instant looked = Instant.MIN;

    WorkspaceHost(
            Hosts hosts, Connection connection, WorkspaceId id, Executor turns, Duration look, InstantSource clock) {
        this.hosts = hosts;
        this.connection = connection;
        this.workspace = connection.workspace(id);
        this.clock = clock;
        this.shared = new SharedHost(new Watcher(workspace.jobs()), clock, turns, look, this::advancer, this);
    }

    Connection connection() {
        return connection;
    }

    /** One for all runs: what it says of itself is read once. */
    Workspace workspace() {
        return workspace;
    }

    void take(LiveRun run) {
        runs.put(run.id(), run);
        if (run.isCancelled()) {
            cancel(run);
        }
        shared.take(run.id());
    }

    void cancel(LiveRun run) {
        shared.cancel(run.id());
    }

    boolean isIdle() {
        return runs.isEmpty();
    }

    private Advancer<?, ?> advancer(RunId run) {
        return live(run).advancer(hosts);
    }

    private LiveRun live(RunId run) {
        return Objects.requireNonNull(runs.get(run), run.value());
    }

    /** Starts what is due; looks at the jobs if it is time. Never looks twice at once, and a look that hangs holds nothing. */
    void beat(Duration between) {
        shared.startDue();
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!clock.instant().isBefore(looked.plus(between))) {
                looked = clock.instant();
                shared.tick();
            }
        } catch (Unsettled | ProblemException e) {
            // A run whose time has come looks for itself, and tells its build.
            LOGGER.log(Level.FINE, "could not look at the jobs", e);
        } finally {
            looking.set(false);
        }
    }

    @Override
    public boolean keeps(RunId run, Advancer<?, ?> advancer) {
        boolean keeps = live(run).keeps(advancer);
        if (!keeps) {
            runs.remove(run);
        }
        return keeps;
    }

    @Override
    public void done(RunId run, Object result) {
        try {
            live(run).done(result, hosts);
        } finally {
            runs.remove(run);
        }
    }

    @Override
    public void failed(RunId run, ProblemException problem) {
        try {
            live(run).failed(problem);
        } finally {
            runs.remove(run);
        }
    }
}

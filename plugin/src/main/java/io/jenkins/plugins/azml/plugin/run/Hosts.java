package io.jenkins.plugins.azml.plugin.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.plugin.agent.AgentStorage;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import io.jenkins.plugins.azml.plugin.connect.Connector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The controller's hosts of runs, one for each workspace and credential in use, with the few threads that all share. What
 * nobody waits for any longer is let go.
 */
@Extension
public final class Hosts {
    private static final Logger LOGGER = Logger.getLogger(Hosts.class.getName());
    private static final int THREADS = 4;
    private static final long BEAT_MILLIS = 500;

    /** The budget's time for a look at a job: its status and its log take two requests of it, the rest is for others. */
    private static final int REQUESTS_A_LOOK = 3;

    private final InstantSource clock;
    private final Connector connector;
    private final ExecutorService pool;
    private final Map<Key, WorkspaceHost> hosts = new HashMap<>();
    private final Map<String, Budget> budgets = new HashMap<>();
    private @Nullable ScheduledFuture<?> beat;

    public Hosts() {
        this(new Connector(System.getenv(), InstantSource.system()), InstantSource.system(), threads());
    }

    /** @param pool the few threads; shut down when Jenkins ends */
    Hosts(Connector connector, InstantSource clock, ExecutorService pool) {
        this.connector = connector;
        this.clock = clock;
        this.pool = pool;
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(work, count));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    public static Hosts get() {
        return ExtensionList.lookupSingleton(Hosts.class);
    }

    private static Thread thread(Runnable work, AtomicInteger count) {
        Thread thread = new Thread(work, "azml-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads when Jenkins ends; what is saved goes on after the next start. */
    @Terminator
    public static void terminate() {
        get().pool.shutdownNow();
    }

    public InstantSource clock() {
        return clock;
    }

    @SuppressWarnings("try") // the resource is only there to be closed
    private static void asSystem(Runnable work) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            work.run();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "unexpected failure", e);
        }
    }

    /** Does something soon on one of the few threads, as the system. */
    public void execute(Runnable work) {
        pool.execute(() -> asSystem(work));
    }

    /** As {@link #execute(Runnable)}, after a while. */
    public Future<?> execute(Runnable work, Duration after) {
        return Timer.get().schedule(() -> execute(work), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sees a run through from its saved state on.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if its workspace may not be used or reached
     */
    public synchronized void take(LiveRun run) {
        // In one piece: a host that has no run yet is idle, and the beat lets it go.
        host(run, Scene.WORKSPACE).take(run);
        keepBeating();
    }

    /** Asks for an orderly end of a run that was taken, or is going to be. */
    public synchronized void cancel(LiveRun run) {
        run.cancel();
        host(run, Scene.WORKSPACE).cancel(run);
    }

    NamedWorkspace place(LiveRun run, String role) {
        String name = run.saved().workspaces().get(role);
        return new Places(AzmlConfiguration.get())
                .find(String.valueOf(name), run.seat().build().getParent().getFullName());
    }

    Connection connection(LiveRun run, String role) {
        return host(run, role).connection();
    }

    Workspace workspace(LiveRun run, String role) {
        return host(run, role).workspace();
    }

    AgentStorage storage(LiveRun run, String role) {
        return connector.storage(place(run, role), connection(run, role).cloud());
    }

    private synchronized WorkspaceHost host(LiveRun run, String role) {
        NamedWorkspace place = place(run, role);
        String credential = run.saved().credentialsId() == null
                ? place.getCredentialsId()
                : run.saved().credentialsId();
        Key key = credential == null
                ? new Key(place, "", 0)
                : new Key(
                        place,
                        credential,
                        Connector.instance(credential, run.seat().build()));
        return hosts.computeIfAbsent(key, unknown -> open(run, place, credential));
    }

    private WorkspaceHost open(LiveRun run, NamedWorkspace place, @Nullable String credential) {
        Seat seat = run.seat();
        int rate = AzmlConfiguration.get().getRequestsPerSecond();
        Budget budget = budgets.computeIfAbsent(place.id().subscription(), unknown -> new Budget(10 * rate, rate));
        Connection connection = connector.open(place, credential, seat::build, budget);
        Duration look = Duration.ofSeconds(REQUESTS_A_LOOK).dividedBy(rate);
        return new WorkspaceHost(this, connection, place.id(), this::execute, look, clock);
    }

    private synchronized void keepBeating() {
        if (beat == null) {
            beat = Timer.get()
                    .scheduleWithFixedDelay(() -> execute(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void beat() {
        Duration between = Duration.ofSeconds(AzmlConfiguration.get().getPollSeconds());
        for (WorkspaceHost host : inUse()) {
            execute(() -> host.beat(between));
        }
    }

    private synchronized List<WorkspaceHost> inUse() {
        hosts.values().removeIf(WorkspaceHost::isIdle);
        if (hosts.isEmpty() && beat != null) {
            beat.cancel(false);
            beat = null;
        }
        return List.copyOf(hosts.values());
    }

    /** How many runs' workspaces are held now. */
    public synchronized int held() {
        return hosts.size();
    }
}

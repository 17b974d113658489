package io.jenkins.plugins.azml.plugin.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import io.jenkins.plugins.azml.plugin.build.StageEntry;
import io.jenkins.plugins.azml.plugin.build.StagesAction;
import io.jenkins.plugins.azml.plugin.check.Checks;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.LiveRun;
import io.jenkins.plugins.azml.plugin.run.SavedCall;
import io.jenkins.plugins.azml.plugin.run.Seat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** A step's place at its run, from the begin or from a restart on. */
final class StepSeat implements Seat {
    private static final Logger LOGGER = Logger.getLogger(StepSeat.class.getName());

    /** How long an aborted step waits for Azure to confirm; the cancelling itself goes on after that. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(60);

    /** How long a run that is under way waits for an Azure that cannot be reached after a restart. */
    private static final Duration OUTAGE = Duration.ofHours(1);

    /** Pauses between tries of a download double up to this one; then it has failed. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    private final Instant since = now();
    private final String run;
    private final Order order;
    private final Surroundings around;
    private final AgentFiles.Folder folder;
    private final Supplier<@Nullable Throwable> stopping;
    private final StepEnd end;
    private volatile @Nullable LiveRun live;
    private volatile @Nullable Deadline deadline;

    /** Set if the time was over before anybody else asked for the end. */
    private volatile @Nullable ProblemException late;

    /**
     * @param inside whether the step began inside a node
     * @param stopping why the step is being aborted, or null while it is not
     */
    StepSeat(StepContext context, String run, Order order, boolean inside, Supplier<@Nullable Throwable> stopping) {
        this.run = run;
        this.order = order;
        this.around = new Surroundings(context);
        this.folder =
                new WorkspaceFolder(around, order.step(), inside, order.wishes().node());
        this.stopping = stopping;
        this.end = new StepEnd(context, around, order, run, stopping);
    }

    /** The same for a new step and for one that is taken up after a restart. */
    void begin() {
        try {
            SavedCall call = call();
            LiveRun taken =
                    new LiveRun(new RunId(run), runs(), call, this, Hosts.get().clock());
            live = taken;
            note(call);
            watch(call);
            if (stopping.get() != null || late != null || order.cancels()) {
                Hosts.get().cancel(taken);
            }
            Hosts.get().take(taken);
        } catch (Unsettled e) {
            beginAgain(e.problem());
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.UNREACHABLE && isUnderWay()) {
                beginAgain(e.problem());
            } else {
                failed(e);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "run " + run, e);
            failed(new ProblemException(Problem.of(ProblemCode.BUG, "unexpected " + e), e));
        }
    }

    private void beginAgain(Problem because) {
        if (!end.isOver()) {
            hears(new Event.Repeats(because, WorkspaceFolder.AGAIN));
            Future<?> unused = Hosts.get().execute(this::begin, WorkspaceFolder.AGAIN);
        }
    }

    /** Whether there may be remote work already: then an Azure that is away at a restart is no failure of it. */
    private boolean isUnderWay() {
        return runs().hasBegun(new RunId(run)) && now().isBefore(since.plus(OUTAGE));
    }

    private SavedCall call() {
        RunId id = new RunId(run);
        Optional<SavedCall> saved = runs().call(id);
        if (saved.isPresent()) {
            Admission.check(saved.get().workspaces().values(), build());
            return saved.get();
        }
        if (order.stage().isEmpty()) {
            throw Problem.of(
                            ProblemCode.RUN_NOT_FOUND,
                            "there is no run '" + run + "' in build " + RunOwner.name(owner()))
                    .asException();
        }
        SavedCall fresh = new Beginning(order.of(around.variables()), id, runs()).call(folder, now());
        runs().save(id, fresh);
        return fresh;
    }

    private void note(SavedCall call) throws IOException {
        String workspace = String.valueOf(call.workspaces().get(Scene.WORKSPACE));
        around.lines().note("run " + run + " of stage " + call.stage() + " in workspace '" + workspace + "'");
        String node = around.get(FlowNode.class).getId();
        StageEntry entry =
                new StageEntry(run, call.stage(), node, workspace, call.begun().toEpochMilli());
        Run<?, ?> holder = owner();
        if (around.wantsCheck()) {
            Checks.get().begin(build());
        }
        StagesAction.of(build()).begin(holder == build() ? entry : entry.heldBy(holder.getExternalizableId()));
        Checks.get().changed(build());
    }

    private void watch(SavedCall call) {
        Duration timeout = order.wishes().timeout();
        if (timeout != null && deadline == null) {
            Deadline fresh = new Deadline(call.step(), call.begun(), timeout);
            deadline = fresh;
            if (fresh.isPast()) {
                late();
            } else {
                fresh.watch(this::late);
            }
        }
    }

    private void late() {
        Deadline known = deadline;
        if (!end.isOver() && stopping.get() == null && known != null) {
            late = known.problem();
            around.lines().note("the time of run " + run + " is over: cancelling it");
            cancel();
        }
    }

    /** Asks for the end of the remote work, and does not wait for its confirmation for ever. */
    void cancel() {
        // First: where the workspace cannot be reached, asking fails.
        Future<?> unused = Hosts.get().execute(this::giveUp, CONFIRMATION);
        LiveRun taken = live;
        if (taken != null) {
            Hosts.get().cancel(taken);
        }
    }

    private void giveUp() {
        end.givenUp(stage(), late);
    }

    @Override
    public Run<?, ?> build() {
        return around.build();
    }

    private Run<?, ?> owner() {
        return RunOwner.find(order.build(), run, build());
    }

    private BuildRuns runs() {
        return new BuildRuns(owner().getRootDir());
    }

    @Override
    public boolean waits() {
        return order.waits() || stopping.get() != null;
    }

    @Override
    public FilePath find() {
        return folder.find();
    }

    @Override
    public void hears(Event event) {
        around.lines().show(event);
        if (event instanceof Event.Note note && !Lines.studioUrl(note.text()).isEmpty()) {
            StagesAction.of(build()).foundAt(run, Lines.studioUrl(note.text()));
            Checks.get().changed(build());
        }
    }

    @Override
    public void done(boolean passed, Map<String, @Nullable Object> values) {
        report();
        leave(passed ? "done" : "gate");
        if (waits()) {
            finish(passed, values, WorkspaceFolder.AGAIN);
        } else {
            end.handedOver(owner());
        }
    }

    private void finish(boolean passed, Map<String, @Nullable Object> values, Duration pause) {
        try {
            end.done(stage(), passed, fetched(values));
        } catch (Unsettled e) {
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                end.failed(stage(), e.problem().asException());
            } else if (!end.isOver()) {
                hears(new Event.Repeats(e.problem(), pause));
                Future<?> unused = Hosts.get().execute(() -> finish(passed, values, pause.multipliedBy(2)), pause);
            }
        } catch (ProblemException e) {
            end.failed(stage(), e);
        }
    }

    private Map<String, @Nullable Object> fetched(Map<String, @Nullable Object> values) {
        LiveRun ended = live;
        if (ended == null || !ended.stage().equals("train")) {
            return values;
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put("filesDownloaded", new Outputs(order, folder).fetch(ended, String.valueOf(values.get("job"))));
        return more;
    }

    @Override
    public void failed(ProblemException failure) {
        boolean cancelled = failure.problem().kind() == ProblemKind.CANCELLED;
        ProblemException over = late;
        report();
        leave(cancelled ? "cancelled" : "failed");
        end.failed(stage(), cancelled && over != null ? over : failure);
    }

    @Override
    public void handedOver() {
        leave("waiting");
        end.handedOver(owner());
    }

    private String stage() {
        LiveRun taken = live;
        return taken == null ? order.stage() : taken.stage();
    }

    private void report() {
        LiveRun taken = live;
        if (taken != null && (order.junit() != null || order.markdown() != null)) {
            new Reports(order, folder, around.lines()).write(taken);
        }
    }

    private void leave(String status) {
        Deadline known = deadline;
        if (known != null) {
            known.forget();
        }
        try {
            StagesAction.of(build()).move(run, status, status.equals("waiting") ? 0 : now().toEpochMilli());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "the stages of the build could not be saved", e);
        }
        Checks.get().changed(build());
    }

    private static Instant now() {
        return Hosts.get().clock().instant();
    }

    String status() {
        return "run " + run + (live == null ? " is being prepared" : " waits for Azure ML");
    }
}

package io.jenkins.plugins.azml.plugin.step;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.build.StageEntry;
import io.jenkins.plugins.azml.plugin.build.StagesAction;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.LiveRun;
import io.jenkins.plugins.azml.plugin.run.Places;
import io.jenkins.plugins.azml.plugin.run.RunNames;
import io.jenkins.plugins.azml.plugin.run.SavedCall;
import io.jenkins.plugins.azml.plugin.run.Seat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * A step while it waits: a name, an order and nothing else. The run itself lies in the build's folder as the engine's
 * JSON; a thread is used for a turn at a time, and after a restart the saved state is taken up where it was.
 */
public final class StageStepExecution extends StepExecution implements Seat {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(StageStepExecution.class.getName());

    /** What says where code comes from, beside the checkout. */
    private static final List<String> VARIABLES = List.of(
            "GIT_COMMIT",
            "GIT_URL",
            "GIT_URL_1",
            "GIT_BRANCH",
            "BRANCH_NAME",
            "CHANGE_BRANCH",
            "BUILD_ID",
            "BUILD_URL");

    /** How long an aborted step waits for Azure to confirm; the cancelling itself goes on after that. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(60);

    private static final Duration AGENT_AGAIN = Duration.ofSeconds(10);

    private final transient @Nullable Supplier<Order> asked;

    private String order = "";
    private String run = "";
    private boolean hasFolder;
    private @Nullable Throwable stopping;

    private transient volatile @Nullable LiveRun live;
    private transient @Nullable Order read;
    private transient boolean ended;

    StageStepExecution(StepContext context, Supplier<Order> asked) {
        super(context);
        this.asked = asked;
    }

    @Override
    public boolean start() throws Exception {
        try {
            Order given = Objects.requireNonNull(asked).get();
            hasFolder = getContext().get(FilePath.class) != null;
            admit(given.workspaces().values());
            run = name(given).value();
            order = given.write();
        } catch (ProblemException e) {
            throw Ending.of(e, "azml");
        }
        Hosts.get().execute(this::begin);
        return false;
    }

    private void admit(Iterable<String> workspaces) {
        Places places = new Places(AzmlConfiguration.get());
        String job = build().getParent().getFullName();
        workspaces.forEach(workspace -> places.find(workspace, job));
    }

    private RunId name(Order given) {
        return given.run() == null
                ? RunNames.of(build(), from(FlowNode.class).getId(), given.stage())
                : new RunId(given.run());
    }

    @Override
    public void onResume() {
        Hosts.get().execute(this::begin);
        if (stopping() != null) {
            Hosts.get().execute(this::giveUp, CONFIRMATION);
        }
    }

    /** The same for a new step and for one that is taken up after a restart. */
    private void begin() {
        try {
            SavedCall call = call();
            LiveRun taken =
                    new LiveRun(new RunId(run), runs(), call, this, Hosts.get().clock());
            live = taken;
            note(call);
            if (stopping() != null || order().cancels()) {
                Hosts.get().cancel(taken);
            }
            Hosts.get().take(taken);
        } catch (Unsettled e) {
            hears(new Event.Repeats(e.problem(), AGENT_AGAIN));
            Hosts.get().execute(this::begin, AGENT_AGAIN);
        } catch (ProblemException e) {
            failed(e);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "run " + run, e);
            failed(new ProblemException(Problem.of(ProblemCode.BUG, "unexpected " + e), e));
        }
    }

    private SavedCall call() {
        RunId id = new RunId(run);
        Optional<SavedCall> saved = runs().call(id);
        if (saved.isPresent()) {
            admit(saved.get().workspaces().values());
            return saved.get();
        }
        if (order().stage().isEmpty()) {
            throw Problem.of(
                            ProblemCode.RUN_NOT_FOUND,
                            "there is no run '" + run + "' in build " + owner().getNumber() + " of this job")
                    .asException();
        }
        SavedCall fresh = new Beginning(order(), id, runs()).call(this, now());
        runs().save(id, fresh);
        return fresh;
    }

    private void note(SavedCall call) throws IOException {
        Lines lines = new Lines(console());
        lines.note("run " + run + " of stage " + call.stage() + " in workspace '"
                + call.workspaces().get(Scene.WORKSPACE) + "'");
        StagesAction.of(build())
                .begin(new StageEntry(
                        run,
                        call.stage(),
                        from(FlowNode.class).getId(),
                        String.valueOf(call.workspaces().get(Scene.WORKSPACE)),
                        call.begun().toEpochMilli()));
    }

    @Override
    public void stop(Throwable cause) {
        synchronized (this) {
            stopping = cause;
        }
        ListenableFuture<Void> unused = getContext().saveState();
        Hosts.get().execute(this::cancel);
        Hosts.get().execute(this::giveUp, CONFIRMATION);
    }

    private void cancel() {
        new Lines(console()).note("the build was aborted: cancelling run " + run);
        LiveRun taken = live;
        if (taken != null) {
            Hosts.get().cancel(taken);
        }
    }

    private void giveUp() {
        Throwable cause = stopping();
        if (cause != null && end()) {
            new Lines(console()).note("run " + run + " is still being cancelled; this goes on in the background");
            getContext().onFailure(cause);
        }
    }

    private synchronized @Nullable Throwable stopping() {
        return stopping;
    }

    /** Whether nobody has ended the step before. */
    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    @Override
    public Run<?, ?> build() {
        return from(Run.class);
    }

    /** The build that has the run: this one, or an earlier one of the same job. */
    private Run<?, ?> owner() {
        String number = order().build();
        if (number == null || !number.matches("[1-9][0-9]{0,9}")) {
            return build();
        }
        Run<?, ?> other = build().getParent().getBuildByNumber((int) Long.parseLong(number));
        if (other == null) {
            throw Problem.of(
                            ProblemCode.RUN_NOT_FOUND,
                            "there is no build " + number + " of this job any longer, which had run '" + run + "'")
                    .asException();
        }
        return other;
    }

    private BuildRuns runs() {
        return new BuildRuns(owner().getRootDir());
    }

    @Override
    public boolean waits() {
        return order().waits() || stopping() != null;
    }

    @Override
    public FilePath find() {
        FilePath folder = find(FilePath.class).orElse(null);
        if (folder != null) {
            return folder;
        }
        if (hasFolder) {
            throw new Unsettled(
                    Problem.of(ProblemCode.UNREACHABLE, "the agent of the step is away"), AGENT_AGAIN, false);
        }
        throw Given.problem(order().step() + " reads files of a workspace folder, so it stands inside 'node' or in a"
                + " stage with an agent");
    }

    @Override
    public void hears(Event event) {
        new Lines(console()).show(event);
        if (event instanceof Event.Note note && !Lines.studioUrl(note.text()).isEmpty()) {
            StagesAction.of(build()).foundAt(run, Lines.studioUrl(note.text()));
        }
    }

    @Override
    public void done(boolean passed, Map<String, @Nullable Object> values) {
        report();
        move(passed ? "done" : "gate");
        Throwable cause = stopping();
        if (!end()) {
            return;
        }
        if (cause != null) {
            getContext().onFailure(cause);
            return;
        }
        if (!passed && order().propagates()) {
            unstable(order().step() + ": " + values.get("verdict") + ": " + values.get("reason"));
        }
        Map<String, @Nullable Object> result = about(passed ? "done" : "gate");
        result.putAll(Plain.map(values));
        getContext().onSuccess(result);
    }

    private void unstable(String why) {
        console().println("WARNING: " + why);
        from(FlowNode.class).addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(why));
        build().setResult(Result.UNSTABLE);
    }

    @Override
    public void failed(ProblemException failure) {
        boolean cancelled = failure.problem().kind() == ProblemKind.CANCELLED;
        report();
        move(cancelled ? "cancelled" : "failed");
        Throwable cause = stopping();
        if (!end()) {
            LOGGER.log(Level.FINE, "run {0} ended after its step: {1}", new Object[] {run, failure.getMessage()});
            return;
        }
        if (cause != null) {
            new Lines(console())
                    .note(
                            cancelled
                                    ? "run " + run + " is cancelled"
                                    : failure.problem().toString());
            getContext().onFailure(cause);
        } else if (cancelled && order().cancels()) {
            getContext().onSuccess(about("cancelled"));
        } else {
            fail(failure);
        }
    }

    private void fail(ProblemException failure) {
        if (failure.problems().size() > 1 || !order().propagates()) {
            new Lines(console()).problems(failure.problems());
        }
        if (order().propagates()) {
            getContext().onFailure(Ending.of(failure, order().step()));
            return;
        }
        Map<String, @Nullable Object> result = about("failed");
        result.put("code", failure.problem().code().name());
        result.put("problem", failure.problem().toString());
        getContext().onSuccess(result);
    }

    @Override
    public void handedOver() {
        move("waiting");
        if (end()) {
            LinkedHashMap<String, @Nullable Object> arguments = new LinkedHashMap<>();
            arguments.put(HandleStep.BUILD, String.valueOf(owner().getNumber()));
            LinkedHashMap<String, @Nullable Object> handle = new LinkedHashMap<>();
            handle.put("run", run);
            handle.put("step", order().step());
            handle.put("arguments", arguments);
            getContext().onSuccess(handle);
        }
    }

    private Map<String, @Nullable Object> about(String status) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("run", run);
        LiveRun taken = live;
        about.put("stage", taken == null ? order().stage() : taken.stage());
        about.put("status", status);
        return about;
    }

    private void report() {
        LiveRun taken = live;
        if (taken != null && (order().junit() != null || order().markdown() != null)) {
            new Reports(order(), this, new Lines(console())).write(taken);
        }
    }

    private void move(String status) {
        try {
            StagesAction.of(build()).move(run, status, status.equals("waiting") ? 0 : now().toEpochMilli());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "the stages of the build could not be saved", e);
        }
    }

    private static Instant now() {
        return Hosts.get().clock().instant();
    }

    private synchronized Order order() {
        Order known = read;
        if (known == null) {
            Order saved = Order.read(order);
            known = saved.stage().isEmpty() ? saved : saved.of(variables(saved));
            read = known;
        }
        return known;
    }

    private Map<String, String> variables(Order saved) {
        Map<String, String> variables = new LinkedHashMap<>(saved.variables());
        find(EnvVars.class)
                .ifPresent(environment -> VARIABLES.stream()
                        .filter(environment::containsKey)
                        .forEach(name -> variables.put(name, String.valueOf(environment.get(name)))));
        return variables;
    }

    /** Nobody listens any more when the build has ended. */
    private PrintStream console() {
        return find(TaskListener.class)
                .map(TaskListener::getLogger)
                .orElseGet(() -> new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private <T> T from(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("the step has no " + type.getSimpleName()));
    }

    private <T> Optional<T> find(Class<T> type) {
        try {
            return Optional.ofNullable(getContext().get(type));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the step's context is gone", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String getStatus() {
        return "run " + run + (live == null ? " is being prepared" : " waits for Azure ML");
    }
}

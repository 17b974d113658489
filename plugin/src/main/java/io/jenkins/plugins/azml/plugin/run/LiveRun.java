package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.call.Called;
import io.jenkins.plugins.azml.engine.call.Judgement;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.train.JobOutputs;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import io.jenkins.plugins.azml.plugin.agent.AgentStorage;
import io.jenkins.plugins.azml.plugin.agent.Capture;
import io.jenkins.plugins.azml.plugin.connect.Connector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A run that somebody in this controller waits for. Between two turns it is this object and nothing else. */
public final class LiveRun {
    /** How long an address that has never answered is tried. */
    private static final Duration UNREACHED = Duration.ofSeconds(30);

    /** How long a turn is repeated in all: an outage of Azure's is no failure of a training. */
    private static final Duration UNSETTLED = Duration.ofHours(1);

    private final RunId id;
    private final BuildRuns runs;
    private final SavedCall saved;
    private final Seat seat;
    private final InstantSource clock;
    private boolean advanced;
    private volatile boolean cancelled;

    public LiveRun(RunId id, BuildRuns runs, SavedCall saved, Seat seat, InstantSource clock) {
        this.id = id;
        this.runs = runs;
        this.saved = saved.light();
        this.seat = seat;
        this.clock = clock;
    }

    public RunId id() {
        return id;
    }

    /** The stage that it runs. */
    public String stage() {
        return saved.stage();
    }

    SavedCall saved() {
        return saved;
    }

    /** Whoever takes it asks for its end before its first turn. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** What its files said; read again for each turn, so that a run that waits is small. */
    Capture capture() {
        return runs.call(id).map(SavedCall::capture).orElseGet(Capture::none);
    }

    Seat seat() {
        return seat;
    }

    /** An advancer from the saved state on; asked for by one thread at a time. */
    Advancer<?, ?> advancer(Hosts hosts) {
        Advancer<?, ?> advancer = advancer(saved.stageCall(), hosts);
        if (advanced) {
            return advancer.goingOn();
        }
        advanced = true;
        return advancer;
    }

    private <S, R> Advancer<S, R> advancer(StageCall<S, R> call, Hosts hosts) {
        Called<S, R> called = call.in(new BuildScene(this, hosts));
        StateStore states = runs.states();
        boolean begun = states.load(id).isPresent();
        var around = new Advancer.Surroundings(
                states,
                seat::hears,
                clock,
                RandomGenerator.getDefault(),
                Connector.USER_AGENT,
                begun ? UNSETTLED : UNREACHED,
                UNSETTLED);
        Advancer<S, R> advancer = new Advancer<>(called.stage(), called.codec(), id, around);
        if (begun) {
            return advancer;
        }
        advancer.begin(called.first());
        // A second one loads what is saved and so looks before it writes: a chosen id may have been used before.
        return new Advancer<>(called.stage(), called.codec(), id, around);
    }

    /** Whether whoever waits wants to wait on. */
    boolean keeps(Advancer<?, ?> advancer) {
        if (seat.waits() || !advancer.handedOver()) {
            return true;
        }
        seat.handedOver();
        return false;
    }

    void done(Object result, Hosts hosts) {
        Called.Result given = given(saved.stageCall().in(new BuildScene(this, hosts)), result);
        runs.save(id, outcome(given.passed() ? "done" : "gate", given.values(), List.of()));
        seat.done(given.passed(), given.values());
    }

    @SuppressWarnings("unchecked")
    private static <S, R> Called.Result given(Called<S, R> called, Object result) {
        // The host gives back what this very stage gave to it.
        return called.result().apply((R) result);
    }

    void failed(ProblemException problem) {
        ProblemKind kind = problem.problem().kind();
        if (kind == ProblemKind.FAILED || kind == ProblemKind.GATE || kind == ProblemKind.CANCELLED) {
            String status = kind == ProblemKind.CANCELLED ? "cancelled" : "failed";
            runs.save(id, outcome(status, Map.of(), problem.problems()));
        }
        seat.failed(problem);
    }

    private Outcome outcome(String status, Map<String, @Nullable Object> result, List<Problem> problems) {
        return new Outcome(status, clock.instant(), Json.write(result), problems);
    }

    /** Where what its job has left is; to be asked when the stage has ended. */
    public List<JobOutputs.Place> outputs(String job, Hosts hosts) {
        return new JobOutputs(new BuildScene(this, hosts).workspace()).places(job);
    }

    /** How the agent reaches the storage of its workspace. */
    public AgentStorage storage(Hosts hosts) {
        return new BuildScene(this, hosts).storage(Scene.WORKSPACE);
    }

    /** What the stage has judged so far, if it judges. */
    public Optional<Judgement> judged(Hosts hosts) {
        return judged(saved.stageCall(), hosts);
    }

    private <S, R> Optional<Judgement> judged(StageCall<S, R> call, Hosts hosts) {
        Called<S, R> called = call.in(new BuildScene(this, hosts));
        return runs.states()
                .load(id)
                .flatMap(envelope -> called.judged().apply(called.codec().open(envelope)));
    }
}

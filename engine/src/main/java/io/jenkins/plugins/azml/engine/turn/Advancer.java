package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Advances one run by one turn at a time: loads its state, takes the turn, saves, and only then shows what the turn
 * told. What every host has in common. Not safe for many threads, but for {@link #requestCancel}.
 */
public final class Advancer<S, R> {
    private final Stage<S, R> stage;
    private final StateCodec<S> codec;
    private final RunId run;
    private final Surroundings around;
    private final Patience patience;
    private volatile boolean cancelRequested;
    private @Nullable Envelope saved;
    private boolean lookFirst;
    private boolean goesOn;

    /**
     * What a run is advanced in.
     *
     * @param writtenBy the release, for the envelope
     * @param first how long an address that never answered is tried
     * @param total how long an unsettled turn is repeated in all
     */
    public record Surroundings(
            StateStore store,
            Consumer<Event> events,
            InstantSource clock,
            RandomGenerator jitter,
            String writtenBy,
            Duration first,
            Duration total) {}

    /** What came of a turn. */
    public sealed interface Step<R> {
        record Waits<R>(Until until) implements Step<R> {}

        record Ended<R>(R result) implements Step<R> {}
    }

    public Advancer(Stage<S, R> stage, StateCodec<S> codec, RunId run, Surroundings around) {
        this.stage = stage;
        this.codec = codec;
        this.run = run;
        this.around = around;
        this.patience = new Patience(around.first(), around.total(), around.jitter());
    }

    /**
     * Saves the first state of a run, before anything is written anywhere.
     *
     * @throws ProblemException STATE_IN_USE if the run exists already
     */
    public void begin(S first) {
        save(codec.seal(first, 0, around.writtenBy(), null));
    }

    /**
     * Takes over from another advancer of this process, whose last turn was saved: nothing has to be looked for that an
     * unknown host may have left.
     */
    public Advancer<S, R> goingOn() {
        goesOn = true;
        return this;
    }

    /** Asks for an orderly end; the next step turns towards it. */
    public void requestCancel() {
        cancelRequested = true;
    }

    /**
     * Takes one turn.
     *
     * @throws ProblemException if the run has ended badly, now or before; or if it cannot go on now (kinds INPUT,
     *     UNREACHABLE, OUTCOME_UNKNOWN, BUG), in which case a later step takes the turn again
     */
    public Step<R> step() {
        Envelope envelope = current();
        if (envelope.problem() != null) {
            throw envelope.problem().asException();
        }
        Context context = new Context(around.clock().instant(), lookFirst);
        boolean cancels = cancelRequested;
        try {
            S state = codec.open(envelope);
            Step<R> step =
                    settle(envelope, cancels ? stage.cancel(state, context) : stage.advance(state, context), context);
            if (cancels) {
                cancelRequested = false;
            }
            return step;
        } catch (Unsettled unsettled) {
            return repeat(unsettled);
        } catch (JsonException e) {
            return repeat(new Unsettled(
                    Problem.of(
                            ProblemCode.UNREADABLE_ANSWER,
                            "an answer is not of the form that stage '" + codec.stage() + "' reads: " + e.getMessage()),
                    null,
                    true));
        } catch (ProblemException e) {
            throw ended(envelope, e, context);
        }
    }

    /** Whether Azure has taken the work over. */
    public boolean handedOver() {
        return stage.handedOver(codec.open(current()));
    }

    private Step<R> settle(Envelope before, Turn<S, R> turn, Context context) {
        if (turn instanceof Turn.Done<S, R> done) {
            move(before, done.last(), context);
            return new Step.Ended<>(done.result());
        }
        Turn.Wait<S, R> wait = (Turn.Wait<S, R>) turn;
        move(before, wait.next(), context);
        return new Step.Waits<>(wait.until());
    }

    /** Saves a state that differs from the last one; an equal one is on disk already. */
    private void move(Envelope before, S next, Context context) {
        Envelope after = codec.seal(next, before.generation() + 1, around.writtenBy(), null);
        boolean entered = !after.state().equals(before.state());
        if (entered || !after.data().equals(before.data())) {
            save(after);
        }
        lookFirst = false;
        patience.settled();
        if (entered) {
            around.events().accept(new Event.Entered(after.state()));
        }
        context.told.forEach(around.events());
    }

    private Step<R> repeat(Unsettled unsettled) {
        lookFirst |= unsettled.mayHaveHappened();
        Duration wait = patience.next(unsettled, around.clock().instant());
        around.events().accept(new Event.Repeats(unsettled.problem(), wait));
        return new Step.Waits<>(Until.elapsed(wait));
    }

    /** What the turn told is shown with its end alone: a turn that is taken again tells it again. */
    private ProblemException ended(Envelope before, ProblemException e, Context context) {
        if (e.problem().kind().ends()) {
            save(new Envelope(
                    before.schema(),
                    before.generation() + 1,
                    around.writtenBy(),
                    before.state(),
                    before.data(),
                    e.problem()));
            context.told.forEach(around.events());
        }
        return e;
    }

    /** Read anew each time: a turn on a state that another host has left behind would undo that host's work. */
    private Envelope current() {
        Envelope there = around.store()
                .load(run)
                .orElseThrow(() -> Problem.of(ProblemCode.RUN_NOT_FOUND, "there is no run '" + run + "'")
                        .asException());
        if (saved == null) {
            lookFirst = !goesOn;
        } else if (saved.generation() != there.generation()) {
            throw Problem.of(
                            ProblemCode.STATE_IN_USE,
                            "run '" + run + "' is advanced by another process: its saved generation is "
                                    + there.generation() + ", this process saved " + saved.generation())
                    .asException();
        }
        saved = there;
        return there;
    }

    private void save(Envelope envelope) {
        around.store().save(run, envelope);
        saved = envelope;
    }

    private static final class Context implements StageContext {
        private final Instant now;
        private final boolean lookFirst;
        private final List<Event> told = new ArrayList<>();

        Context(Instant now, boolean lookFirst) {
            this.now = now;
            this.lookFirst = lookFirst;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public boolean lookFirst() {
            return lookFirst;
        }

        @Override
        public void tell(Event event) {
            told.add(event);
        }
    }
}

package io.jenkins.plugins.azml.engine.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Sees one run through on virtual time, and can die or cancel at a chosen turn. Every state goes through JSON, and none
 * may be larger than 2 KB.
 */
public final class Trial<S, R> {
    private static final int MOST_STATE = 2048;
    private static final int MOST_TURNS = 3_000;

    private final Stage<S, R> stage;
    private final StateCodec<S> codec;
    private final RunId run;
    private final Memory store = new Memory();
    private final List<Event> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int dieAtSave = -1;
    private int cancelAtTurn = -1;
    private int turns;
    private Consumer<String> betweenTurns = state -> {};

    public Trial(Stage<S, R> stage, StateCodec<S> codec, RunId run, S first) {
        this.stage = stage;
        this.codec = codec;
        this.run = run;
        advancer().begin(first);
        store.saves = 0;
    }

    /** The host dies after the work of a turn, before its state is saved. */
    public Trial<S, R> dyingAtSave(int number) {
        dieAtSave = number;
        return this;
    }

    public Trial<S, R> cancelledAtTurn(int number) {
        cancelAtTurn = number;
        return this;
    }

    /** Done after every turn, with the saved state as text: what the world does meanwhile. */
    public Trial<S, R> betweenTurns(Consumer<String> event) {
        betweenTurns = event;
        return this;
    }

    /** Runs to its end and says whether that was a cancellation. */
    public boolean endsAsCancelled() {
        try {
            run();
            return false;
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.CANCELLED);
            return true;
        }
    }

    /** All states that were saved. */
    public String everything() {
        return store.everything.toString();
    }

    public R run() {
        Advancer<S, R> advancer = advancer();
        while (true) {
            assertThat(turns).as("turns, last state " + store.saved).isLessThan(MOST_TURNS);
            if (turns++ == cancelAtTurn) {
                advancer.requestCancel();
            }
            try {
                if (advancer.step() instanceof Advancer.Step.Waits<R> waits) {
                    now = now.plus(waits.until().longest()).plusMillis(1);
                } else {
                    return ((Advancer.Step.Ended<R>) resumed().step()).result();
                }
            } catch (Died e) {
                advancer = advancer();
            }
            betweenTurns.accept(store.saved);
        }
    }

    /** Runs to the failure that is expected. */
    public ProblemException fails() {
        try {
            R result = run();
            throw new AssertionError("expected a failure, got " + result);
        } catch (ProblemException e) {
            return e;
        }
    }

    public void failsWith(ProblemCode code, String... words) {
        assertThat(fails().problem())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(problem -> assertThat(problem.what()).contains(words).doesNotContain("\n"));
    }

    public List<String> told() {
        return told.stream().map(Event::toString).toList();
    }

    public int saves() {
        return store.saves;
    }

    public int turns() {
        return turns;
    }

    public Instant now() {
        return now;
    }

    public S state() {
        return codec.open(store.load(run).orElseThrow());
    }

    private Advancer<S, R> resumed() {
        return advancer();
    }

    private Advancer<S, R> advancer() {
        return new Advancer<>(
                stage,
                codec,
                run,
                new Advancer.Surroundings(
                        store,
                        told::add,
                        () -> now,
                        new Random(7),
                        "test",
                        Duration.ofMinutes(10),
                        Duration.ofHours(3)));
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Memory implements StateStore {
        private int saves;
        private String saved = "";
        private final StringBuilder everything = new StringBuilder();

        @Override
        public Optional<Envelope> load(RunId id) {
            return saved.isEmpty() ? Optional.empty() : Optional.of(Envelope.read(saved.getBytes()));
        }

        @Override
        public void save(RunId id, Envelope envelope) {
            if (saves++ == dieAtSave) {
                throw new Died();
            }
            byte[] bytes = envelope.toBytes();
            assertThat(bytes.length).as(new String(bytes)).isLessThan(MOST_STATE);
            saved = new String(bytes);
            everything.append(saved);
        }
    }
}

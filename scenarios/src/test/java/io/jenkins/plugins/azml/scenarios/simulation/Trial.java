package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host: sees one run to its end on virtual time, dies when it is told to, and is started again. */
final class Trial<S, R> {
    private static final Duration RESTART = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofHours(1);
    private static final int MOST_RESUMES = 5;

    private final Subject<S, R> subject;
    private final World world;
    private final Mishaps mishaps;
    private final int mostTurns;
    private final List<Violation> violations = new ArrayList<>();
    private int turns;
    private int givenUp;
    private @Nullable Outcome outcome;
    private @Nullable Advancer<S, R> advancer;

    Trial(Subject<S, R> subject, World world, Mishaps mishaps, int mostTurns) {
        this.subject = subject;
        this.world = world;
        this.mishaps = mishaps;
        this.mostTurns = mostTurns;
    }

    List<Violation> violations() {
        return violations;
    }

    /** Advances the run to its end, lets everything settle, and asks once more what the end was. */
    Outcome run() {
        newLife().begin(subject.first());
        while (outcome == null) {
            turn();
        }
        if (mishaps.hasCancelled() && outcome.ended() && !outcome.good()) {
            violations.addAll(new AtTheEnd(world).leftWorking());
        }
        mishaps.rest();
        violations.addAll(new Afterwards(world).of(outcome, this::newLife));
        return outcome;
    }

    private Advancer<S, R> newLife() {
        world.newLife();
        Advancer<S, R> fresh = world.advancer(World.RUN, subject.stage().apply(world), subject.codec());
        advancer = fresh;
        mishaps.newLife(fresh);
        return fresh;
    }

    private void turn() {
        if (++turns > mostTurns) {
            violations.add(new Violation(Check.LIVENESS, "not at its end after " + mostTurns + " turns"));
            outcome = new Outcome(false, false, "", turns, givenUp);
            return;
        }
        try {
            mishaps.beginTurn();
            step(advancer == null ? newLife() : advancer);
        } catch (Crash crash) {
            advancer = null;
            world.emulator().clock().advance(RESTART);
        } catch (ProblemException e) {
            stopped(e);
        } catch (RuntimeException e) {
            violations.add(new Violation(Check.TYPED_PROBLEM, "a turn threw " + e + at(e)));
            outcome = new Outcome(false, false, String.valueOf(e), turns, givenUp);
        }
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    private void step(Advancer<S, R> host) {
        Advancer.Step<R> step = host.step();
        mishaps.endTurn(step instanceof Advancer.Step.Ended);
        if (step instanceof Advancer.Step.Ended<R> ended) {
            outcome = new Outcome(true, true, Outcome.comparable(String.valueOf(ended.result())), turns, givenUp);
        } else {
            world.emulator()
                    .clock()
                    .advance(((Advancer.Step.Waits<R>) step).until().longest());
        }
    }

    /** The end if it was saved; else the host cannot go on, and somebody resumes the run later. */
    private void stopped(ProblemException e) {
        Problem saved = world.disk().load(World.RUN).map(Envelope::problem).orElse(null);
        if (saved != null || givenUp == MOST_RESUMES) {
            outcome = new Outcome(saved != null, false, Outcome.comparable(e.problem()), turns, givenUp);
        } else {
            givenUp++;
            advancer = null;
            world.emulator().clock().advance(LATER);
        }
    }
}

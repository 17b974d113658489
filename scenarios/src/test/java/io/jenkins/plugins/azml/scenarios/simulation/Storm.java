package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sees one run through a program: one host or two on the same state, killed, overtaken, restored; then calm. */
final class Storm<S, R> {
    private static final Duration RESTART = Duration.ofSeconds(3);
    private static final Duration RESTORING = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofHours(1);
    private static final int MOST_RESUMES = 5;

    private final Subject<S, R> subject;
    private final World world;
    private final Program program;
    private final int mostTurns;
    private final Weather weather;
    private final List<Host<S, R>> hosts = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private int turns;
    private int givenUp;
    private int givenUpBeforeCalm;
    private boolean cancelled;
    private boolean ended;
    private Outcome outcome = new Outcome(false, false, "", 0, 0);

    /** A process that advances the run. */
    private static final class Host<S, R> {
        final World.Life<S, R> life;
        Instant due;

        Host(World.Life<S, R> life, Instant due) {
            this.life = life;
            this.due = due;
        }
    }

    /** @param calmTurns within how many turns of calm it must have ended */
    Storm(Subject<S, R> subject, World world, Program program, int calmTurns) {
        this.subject = subject;
        this.world = world;
        this.program = program;
        this.mostTurns = program.calm() + calmTurns;
        this.weather = new Weather(world, this::overtake);
    }

    List<Violation> violations() {
        return violations;
    }

    Weather weather() {
        return weather;
    }

    int turns() {
        return turns;
    }

    Outcome run() {
        start().life.advancer().begin(subject.first());
        while (!ended) {
            turn();
        }
        weather.clear();
        return outcome;
    }

    private void turn() {
        if (turns > mostTurns) {
            violations.add(new Violation(Check.LIVENESS, "not at its end after " + turns + " turns"));
            end(new Outcome(false, false, "", turns, givenUp));
            return;
        }
        if (turns == program.calm()) {
            weather.clear();
            givenUpBeforeCalm = givenUp;
        }
        program.at(turns).forEach(this::begin);
        turns++;
        Host<S, R> host = next();
        try {
            weather.beginTurn();
            step(host);
        } catch (Crash crash) {
            hosts.remove(host);
            world.emulator().clock().advance(RESTART);
        } catch (ProblemException e) {
            stopped(host, e);
        } catch (RuntimeException e) {
            violations.add(new Violation(Check.TYPED_PROBLEM, "a turn threw " + e));
            end(new Outcome(false, false, String.valueOf(e), turns, givenUp));
        }
    }

    private void begin(Move move) {
        switch (move.what()) {
            case KILL -> weather.kill(move.death());
            case FAULT -> weather.strike(move.fault());
            case CANCEL -> cancel();
            case SECOND_HOST -> second();
            case OVERTAKE -> weather.overtake();
            case CLOCK_JUMP -> world.jump(Duration.ofMinutes(move.number()));
            case PAUSE -> pause(Duration.ofMinutes(move.number()));
            case RESTORE -> restore(move.number());
        }
    }

    private void cancel() {
        cancelled = true;
        hosts.forEach(host -> host.life.advancer().requestCancel());
    }

    private void second() {
        if (hosts.size() < 2) {
            start();
        }
    }

    /** No service answers from before a write for as long as a minute, and no request is on its way that long. */
    private void pause(Duration duration) {
        hosts.clear();
        world.emulator().clock().advance(duration);
        world.emulator().arrive();
    }

    private void restore(int savesAgo) {
        List<byte[]> ever = world.disk().ever();
        if (savesAgo < ever.size()) {
            pause(RESTORING);
            world.disk().restore(World.RUN, ever.get(ever.size() - 1 - savesAgo));
        }
    }

    private Host<S, R> start() {
        Host<S, R> host =
                new Host<>(world.life(subject), world.emulator().clock().instant());
        if (cancelled) {
            host.life.advancer().requestCancel();
        }
        hosts.add(host);
        return host;
    }

    /** The host whose turn is next; the clock moves to its time. */
    private Host<S, R> next() {
        if (hosts.isEmpty()) {
            start();
        }
        Host<S, R> host = hosts.stream()
                .min(Comparator.comparing((Host<S, R> each) -> each.due))
                .orElseThrow();
        Duration left = Duration.between(world.emulator().clock().instant(), host.due);
        world.emulator().clock().advance(left.isNegative() ? Duration.ZERO : left);
        return host;
    }

    private void step(Host<S, R> host) {
        world.network().speaksFor(host.life.number(), host.life::seen);
        Advancer.Step<R> step = host.life.advancer().step();
        weather.endTurn();
        if (step instanceof Advancer.Step.Ended<R> good) {
            end(new Outcome(true, true, Outcome.comparable(String.valueOf(good.result())), turns, givenUp));
        } else {
            Duration wait = ((Advancer.Step.Waits<R>) step).until().longest();
            host.due = world.emulator().clock().instant().plus(wait);
        }
    }

    /** Another host takes a whole turn in the middle of a call of the one that is under way. */
    private void overtake() {
        Host<S, R> other = start();
        try {
            step(other);
            ended = false;
        } catch (ProblemException e) {
            hosts.remove(other);
        }
    }

    private void stopped(Host<S, R> host, ProblemException e) {
        hosts.remove(host);
        Problem saved = world.disk().load(World.RUN).map(Envelope::problem).orElse(null);
        if (saved != null) {
            end(new Outcome(true, false, Outcome.comparable(saved), turns, givenUp));
        } else if (hosts.isEmpty() && e.problem().code() != ProblemCode.STATE_IN_USE) {
            giveUp(e);
        }
    }

    /** No host can go on; somebody resumes the run later. */
    private void giveUp(ProblemException e) {
        if (givenUp++ - givenUpBeforeCalm == MOST_RESUMES && turns > program.calm()) {
            violations.add(new Violation(
                    Check.LIVENESS, "given up for ever: " + e.problem().code()));
            end(new Outcome(false, false, Outcome.comparable(e.problem()), turns, givenUp));
        } else {
            world.emulator().clock().advance(LATER);
        }
    }

    private void end(Outcome how) {
        outcome = how;
        ended = true;
    }
}

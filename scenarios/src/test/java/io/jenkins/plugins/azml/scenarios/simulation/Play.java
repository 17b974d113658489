package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs programs of one subject, and holds them to the invariants. */
record Play<S, R>(Simulator<S, R> simulator) {
    private static final int CALM_TURNS = 300;
    /** How a stage ends whose deadline has passed, that for what it wrote and cannot see among them. */
    private static final Set<String> TOO_LATE = Set.of("TIMED_OUT", "NOT_FOUND", "DEPLOYMENT_FAILED");
    /** The shortest wait of a stage is of two seconds. */
    private static final int TURNS_A_MINUTE = 30;

    private static final Set<Move.What> DEADLY =
            EnumSet.complementOf(EnumSet.of(Move.What.FAULT, Move.What.CANCEL, Move.What.CLOCK_JUMP));

    /**
     * What came of a program.
     *
     * @param ledger a hash of every change of Azure
     */
    record Played(Program program, Outcome outcome, List<Violation> violations, String ledger) {
        boolean failed() {
            return !violations.isEmpty();
        }
    }

    Played run(Program program, Sabotage sabotage) {
        try (World world = simulator.fork(sabotage)) {
            Storm<S, R> storm = new Storm<>(simulator.subject(), world, program, calmTurns(program));
            Outcome outcome = storm.run();
            List<Violation> violations = new ArrayList<>(storm.violations());
            violations.addAll(new Afterwards(world)
                    .of(outcome, () -> world.life(simulator.subject()).advancer()));
            violations.addAll(judged(program, world, outcome, storm.weather().struck()));
            return new Played(program, outcome, violations, world.ledger());
        }
    }

    private List<Violation> judged(Program program, World world, Outcome outcome, Set<Weather.Struck> struck) {
        Verdicts verdicts = new Verdicts(world).excusing(excused(program));
        if (isMisled(struck)) {
            verdicts.withoutRefused();
        }
        verdicts.always(simulator.subject());
        boolean free = program.does(Move.What.CANCEL)
                || (!outcome.good()
                        && (isRefusedUnwritten(world, struck)
                                || mayFail(struck)
                                || isOutOfTime(program, outcome, struck)));
        if (outcome.ended() && !free) {
            verdicts.asClean(simulator.clean(), outcome);
            verdicts.logs(simulator.clean(), DEADLY.stream().anyMatch(program::does));
        }
        List<Violation> violations = new ArrayList<>(verdicts.violations());
        // An older state does not know what it had begun.
        if (free && !outcome.good() && !program.does(Move.What.RESTORE) && !isReported(world)) {
            violations.addAll(new AtTheEnd(world).leftWorking());
        }
        return violations;
    }

    /** Whoever runs out of time while cleaning up says what is left. */
    private static boolean isReported(World world) {
        return world.disk()
                .load(World.RUN)
                .map(Envelope::problem)
                .filter(problem -> problem.what().contains("remove it by hand")
                        || problem.what().contains("could NOT be moved back"))
                .isPresent();
    }

    /** What two hosts with different clocks have begun ends that much later, and each host takes its turns. */
    private int calmTurns(Program program) {
        int apart = program.moves().stream()
                .filter(move -> move.what() == Move.What.CLOCK_JUMP)
                .mapToInt(move -> Math.abs(move.number()))
                .sum();
        long more = program.moves().stream()
                .filter(move -> move.what() == Move.What.SECOND_HOST || move.what() == Move.What.OVERTAKE)
                .count();
        return simulator.clean().turns() + (CALM_TURNS + apart * TURNS_A_MINUTE) * (1 + (int) more);
    }

    /** Time that passed without a look counts for a deadline, and the look after it may be an old one. */
    private static boolean isOutOfTime(Program program, Outcome outcome, Set<Weather.Struck> struck) {
        boolean lost = losesTime(program)
                || outcome.givenUp() > 0
                || struck.stream().anyMatch(each -> !each.fault().passesSoon());
        return lost && TOO_LATE.contains(outcome.text());
    }

    private static boolean losesTime(Program program) {
        return program.does(Move.What.PAUSE) || program.does(Move.What.CLOCK_JUMP);
    }

    /** An older state counts anew, writes anew and shows anew; a host whose clock is wrong takes dates for what they say. */
    private static Set<Check> excused(Program program) {
        Set<Check> excused = EnumSet.noneOf(Check.class);
        if (program.does(Move.What.RESTORE)) {
            excused.addAll(EnumSet.of(Check.GENERATION, Check.ONE_WRITE_A_SAVE, Check.LOG_LINES));
        }
        if (program.does(Move.What.RESTORE) && losesTime(program)) {
            excused.add(Check.ONE_OBJECT_A_NAME);
        }
        if (program.does(Move.What.CLOCK_JUMP)) {
            excused.add(Check.RETRY_AFTER);
        }
        return excused;
    }

    private static boolean isRefusedUnwritten(World world, Set<Weather.Struck> struck) {
        return !new Verdicts(world).hasWritten() && isMisled(struck);
    }

    /** Old answers may let a run try what the service then refuses. */
    private static boolean isMisled(Set<Weather.Struck> struck) {
        return struck.stream().anyMatch(each -> each.fault().name().startsWith("STALE"));
    }

    private static boolean mayFail(Set<Weather.Struck> struck) {
        return struck.stream().anyMatch(each -> each.fault().mayFail(each.kind()));
    }
}

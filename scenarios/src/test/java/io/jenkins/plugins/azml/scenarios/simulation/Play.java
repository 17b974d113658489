package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs programs of one subject, and holds them to the invariants. */
record Play<S, R>(Simulator<S, R> simulator) {
    private static final int CALM_TURNS = 300;
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
        Excuses excuses = new Excuses(program, world, outcome, struck);
        Verdicts verdicts = new Verdicts(world).excusing(excuses.checks());
        if (excuses.isMisled()) {
            verdicts.withoutRefused();
        }
        verdicts.always(simulator.subject());
        if (outcome.ended() && !excuses.anyEnd()) {
            verdicts.asClean(simulator.clean(), outcome);
            verdicts.logs(simulator.clean(), DEADLY.stream().anyMatch(program::does));
        }
        List<Violation> violations = new ArrayList<>(verdicts.violations());
        if (excuses.anyEnd() && !outcome.good() && !excuses.mayLeaveWork()) {
            violations.addAll(new AtTheEnd(world).leftWorking());
        }
        return violations;
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
}

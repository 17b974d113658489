package io.jenkins.plugins.azml.scenarios.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs plans of one subject, after it has learned what a clean run does. */
final class Simulator<S, R> {
    private static final int MORE_TURNS = 300;

    private final Subject<S, R> subject;
    private final World prepared;
    private final Learned clean;

    Simulator(Subject<S, R> subject, long seed) {
        this.subject = subject;
        this.prepared = new World(seed);
        subject.prepare().accept(prepared);
        prepared.settle();
        this.clean = learn();
    }

    /**
     * For worlds that somebody else prepares.
     *
     * @param clean what another simulator of the subject has learned
     */
    Simulator(Subject<S, R> subject, World prepared, Learned clean) {
        this.subject = subject;
        this.prepared = prepared;
        this.clean = clean;
    }

    /**
     * What came of a plan.
     *
     * @param ledger a hash of every change of Azure
     */
    record Report(Plan plan, Outcome outcome, Set<Strike> happened, List<Violation> violations, String ledger) {}

    Subject<S, R> subject() {
        return subject;
    }

    /** A world in which what must be there before is there. */
    World fork(Sabotage sabotage) {
        return prepared.fork(sabotage);
    }

    Learned clean() {
        return clean;
    }

    private Learned learn() {
        try (World world = fork(Sabotage.NONE)) {
            Mishaps mishaps = new Mishaps(world, List.of(), List.of());
            var began = world.emulator().clock().instant();
            Trial<S, R> trial = new Trial<>(subject, world, mishaps, MORE_TURNS);
            Outcome outcome = trial.run();
            if (!trial.violations().isEmpty()
                    || outcome.good() != subject.ends().isEmpty()
                    || !outcome.text().contains(subject.ends())) {
                throw new IllegalStateException(
                        "the clean run of " + subject.name() + " ended as " + outcome + " " + trial.violations());
            }
            List<Integer> turnOfCall = mishaps.turnsOfCalls();
            List<Sent> sent = world.network().sent();
            List<Learned.Call> calls = new ArrayList<>();
            for (int i = 0; i < turnOfCall.size(); i++) {
                calls.add(new Learned.Call(
                        turnOfCall.get(i), sent.get(i).kind(), sent.get(i).key()));
            }
            return new Learned(
                    calls,
                    outcome.turns(),
                    new Verdicts(world).mutations(),
                    outcome.text(),
                    EndState.of(world.emulator()),
                    Verdicts.logLines(world),
                    Duration.between(began, world.emulator().clock().instant()).toSeconds());
        }
    }

    /** Every state that is saved in a plan, the oldest first. */
    List<byte[]> states(Plan plan) {
        World world = fork(Sabotage.NONE);
        run(plan, world);
        return world.disk().ever();
    }

    Report run(Plan plan, Sabotage sabotage) {
        return run(plan, fork(sabotage));
    }

    /** @param fresh a world that nobody else uses */
    Report run(Plan plan, World fresh) {
        try (World world = fresh) {
            Mishaps mishaps = new Mishaps(world, plan.strikes(), clean.calls());
            Trial<S, R> trial = new Trial<>(subject, world, mishaps, clean.turns() + MORE_TURNS);
            Outcome outcome = trial.run();
            return new Report(
                    plan, outcome, mishaps.happened(), judged(plan, world, trial, outcome, mishaps), world.ledger());
        }
    }

    private List<Violation> judged(Plan plan, World world, Trial<S, R> trial, Outcome outcome, Mishaps mishaps) {
        List<Violation> violations = new ArrayList<>(trial.violations());
        Verdicts verdicts = new Verdicts(world);
        verdicts.always(subject);
        if (outcome.ended() && !mayDiffer(plan, outcome, world)) {
            verdicts.asClean(clean, outcome);
            verdicts.logs(
                    clean, mishaps.happened().stream().anyMatch(strike -> strike.mishap() instanceof Mishap.Death));
        }
        if (outcome.ended() && !outcome.good()) {
            violations.addAll(new AtTheEnd(world).trafficMoved());
        }
        if (outcome.givenUp() > 0 && plan.passesByItself()) {
            violations.add(new Violation(Check.PATIENCE, "given up after one fault: " + plan));
        }
        if (plan.cancels() && !outcome.good()) {
            violations.addAll(new AtTheEnd(world).leftWorking());
        }
        if (!outcome.ended() && trial.violations().isEmpty()) {
            violations.add(new Violation(Check.LIVENESS, "given up for ever: " + outcome.text()));
        }
        violations.addAll(verdicts.violations());
        return violations;
    }

    /** An old read of what other runs left may refuse a stage that has not written anything yet. */
    private boolean isRefusedUnwritten(Plan plan, Outcome outcome, World world) {
        boolean stale = plan.strikes().stream()
                .anyMatch(strike -> strike.mishap().name().startsWith("STALE"));
        return stale && !outcome.good() && !new Verdicts(world).hasWritten();
    }

    private boolean mayDiffer(Plan plan, Outcome outcome, World world) {
        return plan.cancels()
                || isRefusedUnwritten(plan, outcome, world)
                || (!outcome.good()
                        && plan.strikes().stream()
                                .anyMatch(strike -> strike.mishap() instanceof Fault fault
                                        && fault.mayFail(
                                                clean.calls().get(strike.call()).kind())));
    }
}

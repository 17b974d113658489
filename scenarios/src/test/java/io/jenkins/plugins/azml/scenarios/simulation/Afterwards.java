package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** After the end everything settles, and a new host asks once more what the end was: the same, and nothing is written. */
record Afterwards(World world) {
    private static final Duration SETTLED = Duration.ofMinutes(10);

    /** @param host gives the new host; asked when everything has settled */
    List<Violation> of(Outcome end, Supplier<? extends Advancer<?, ?>> host) {
        int sent = world.network().sent().size();
        world.emulator().clock().advance(SETTLED);
        world.emulator().faults().clear();
        if (!end.ended()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        String again = answer(host.get());
        if (!again.equals(end.text())) {
            violations.add(new Violation(Check.SAME_END_AGAIN, "first " + end.text() + ", then " + again));
        }
        world.network().sent().stream()
                .skip(sent)
                .filter(each -> each.kind().mutates())
                .findFirst()
                .ifPresent(each -> violations.add(new Violation(Check.NO_WRITE_AFTER_END, each.key())));
        return violations;
    }

    private static String answer(Advancer<?, ?> host) {
        try {
            return host.step() instanceof Advancer.Step.Ended<?> ended
                    ? Outcome.comparable(String.valueOf(ended.result()))
                    : "no end";
        } catch (ProblemException e) {
            return Outcome.comparable(e.problem());
        }
    }
}

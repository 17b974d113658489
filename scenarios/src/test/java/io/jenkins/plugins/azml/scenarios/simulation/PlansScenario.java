package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every stage under every death of the host and every fault of the catalogue, at every call. */
class PlansScenario {
    private static final long SEED = Long.getLong("seed", 1);
    private static final String REPLAY = System.getProperty("replay", "");
    private static final int THIN = Integer.getInteger("thin", 16);
    private static final String STAGES = System.getProperty("stages", ".*");

    @Test
    void every_plan_ends_as_the_clean_run_and_breaks_no_invariant() {
        Coverage coverage = new Coverage();
        List<String> failures = new ArrayList<>();
        long began = System.nanoTime();
        int count = 0;
        for (Subject<?, ?> subject : Subjects.all()) {
            if (subject.name().matches(STAGES)) {
                Simulator<?, ?> simulator = new Simulator<>(subject, SEED);
                List<Simulator.Report> reports = run(simulator);
                coverage.add(simulator, reports);
                count += reports.size();
                failures.add(Failures.words(simulator, reports));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(coverage.tables());
        System.out.println(count + " plans in " + took.toSeconds() + " s, seed " + SEED);
        assertThat(failures).allMatch(String::isEmpty);
        if (REPLAY.isEmpty()) {
            assertThat(coverage.missing()).isEmpty();
        }
    }

    private static List<Simulator.Report> run(Simulator<?, ?> simulator) {
        List<Plan> plans = REPLAY.isEmpty()
                ? Plans.some(simulator, THIN)
                : List.of(Plan.of(REPLAY)).stream()
                        .filter(plan ->
                                plan.subject().equals(simulator.subject().name()))
                        .toList();
        return plans.parallelStream()
                .map(plan -> simulator.run(plan, Sabotage.NONE))
                .toList();
    }
}

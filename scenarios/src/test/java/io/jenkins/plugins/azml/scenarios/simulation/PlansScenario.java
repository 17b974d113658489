package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every stage under every crash and every fault at every call. */
class PlansScenario {
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void every_plan_ends_as_the_clean_run_and_breaks_no_invariant() {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        long began = System.nanoTime();
        int total = 0;
        for (Subject<?, ?> subject : Subjects.all()) {
            if (!subject.name().matches(System.getProperty("stage", ".*"))) continue;
            Simulator<?, ?> simulator = new Simulator<>(subject, SEED);
            int step = Integer.getInteger("sample", 1);
            List<Plan> all = Plans.of(simulator);
            List<Plan> plans = java.util.stream.IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
            long start = System.nanoTime();
            List<Simulator.Report> reports = plans.parallelStream()
                    .map(plan -> simulator.run(plan, Sabotage.NONE))
                    .toList();
            reports.stream()
                    .filter(report -> !report.violations().isEmpty())
                    .forEach(report -> failures.add(report.plan() + "  " + report.violations()));
            total += plans.size();
            System.out.printf("%-20s %4d calls %4d turns %6d plans %6.1f s%n", subject.name(), simulator.clean().calls().size(), simulator.clean().turns(), plans.size(), (System.nanoTime() - start) / 1e9);
        }
        System.out.printf("%d plans, %d failures, %.1f s%n", total, failures.size(), (System.nanoTime() - began) / 1e9);
        failures.stream().limit(Integer.getInteger("show", 10)).forEach(System.out::println);
        assertThat(failures).isEmpty();
    }
}

package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Engines and hosts with one protection broken, each of which the simulator's plans must notice. */
class AlarmScenario {
    private static final int MOST_PLANS = 150;

    private final Map<String, Simulator<?, ?>> simulators = new ConcurrentHashMap<>();
    private final Set<Plan> used = ConcurrentHashMap.newKeySet();

    /** What became of a mutant; nothing is said of one that was not caught. */
    private record Row(Mutant mutant, int plans, Plan last, List<String> said) {
        boolean caught() {
            return !said.isEmpty();
        }

        String check() {
            return caught() ? said.get(1) : "NOT CAUGHT";
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %-70s | %-17s | %-30s | %5d |", mutant.what(), check(), last, plans);
        }
    }

    @Test
    void every_mutant_is_caught_by_plans_that_the_engine_itself_passes() {
        Map<Mutant, Map<String, byte[]>> mutants = compiled();
        mutants.keySet().forEach(mutant -> simulator(mutant.subject()));

        List<Row> rows = mutants.entrySet().parallelStream()
                .map(mutant -> hunt(mutant.getKey(), mutant.getValue()))
                .toList();
        List<Simulator.Report> unbroken = used.parallelStream()
                .map(plan -> simulator(plan.subject()).run(plan, Sabotage.NONE))
                .toList();

        System.out.println(table(rows));
        System.out.println("[alarm] " + rows.stream().filter(Row::caught).count() + " of " + rows.size()
                + " mutants caught; " + unbroken.size() + " plans passed by the engine as it is");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        assertThat(rows).allMatch(Row::caught);
        assertThat(unbroken).allMatch(report -> report.violations().isEmpty());
    }

    private static Map<Mutant, Map<String, byte[]>> compiled() {
        Map<Mutant, Map<String, byte[]>> compiled = new LinkedHashMap<>();
        try (MutantCompiler compiler = new MutantCompiler()) {
            Stream.of(TurnMutants.all(), StageMutants.all(), DeliveryMutants.all())
                    .flatMap(Collection::stream)
                    .forEach(mutant -> compiled.put(mutant, compiler.compile(mutant)));
        }
        return compiled;
    }

    private Simulator<?, ?> simulator(String subject) {
        return simulators.computeIfAbsent(subject, name -> new Simulator<>(Hunt.subject(name), Hunt.SEED));
    }

    private Row hunt(Mutant mutant, Map<String, byte[]> classes) {
        Simulator<?, ?> simulator = simulator(mutant.subject());
        List<Plan> plans = plans(mutant, simulator);
        List<String> said = hunter(classes)
                .hunt(
                        plans.stream().map(Plan::toString).toList(),
                        Hunt.text(simulator.clean()),
                        () -> fresh(simulator));
        int count = said.isEmpty() ? plans.size() : Integer.parseInt(said.get(0));
        used.addAll(plans.subList(0, count));
        return new Row(mutant, count, plans.get(count - 1), said);
    }

    private static InMemoryEmulator fresh(Simulator<?, ?> simulator) {
        return simulator.fork(Sabotage.NONE).emulator();
    }

    private static Hunter hunter(Map<String, byte[]> classes) {
        try {
            return (Hunter) new MutantLoader(classes)
                    .loadClass(Hunt.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The clean run; then the plans of the mutant's own sort, those that strike a write first; then all others. */
    private static List<Plan> plans(Mutant mutant, Simulator<?, ?> simulator) {
        List<Learned.Call> calls = simulator.clean().calls();
        List<Plan> plans = new ArrayList<>(List.of(Plan.clean(mutant.subject())));
        Plans.all(simulator).stream()
                .sorted(Comparator.comparing((Plan plan) -> !sort(plan).equals(mutant.strikes()))
                        .thenComparing(plan ->
                                !calls.get(plan.strikes().get(0).call()).kind().mutates()))
                .limit(MOST_PLANS)
                .forEach(plans::add);
        return plans;
    }

    private static String sort(Plan plan) {
        return plan.strikes().stream().map(strike -> strike.mishap().name()).collect(Collectors.joining("+"));
    }

    private static String table(List<Row> rows) {
        return String.format(
                        Locale.ROOT, "| %-70s | %-17s | %-30s | %5s |%n", "mutant", "caught by", "in the plan", "after")
                + rows.stream().map(Row::toString).collect(Collectors.joining("\n"));
    }
}

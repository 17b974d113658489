package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every plan of a subject: each call, each death of the host, each fault that fits the call, first and later. */
final class Plans {
    private final String subject;
    private final Learned clean;
    private final Set<Plan> plans = new LinkedHashSet<>();

    private Plans(String subject, Learned clean) {
        this.subject = subject;
        this.clean = clean;
    }

    static List<Plan> all(Simulator<?, ?> simulator) {
        Plans plans = new Plans(simulator.subject().name(), simulator.clean());
        for (int call = 0; call < plans.clean.calls().size(); call++) {
            plans.addFor(call);
        }
        return List.copyOf(plans.plans);
    }

    /** One of each sort (which mishaps, on what kind of call), and of the others every {@code thin}-th. */
    static List<Plan> some(Simulator<?, ?> simulator, int thin) {
        Set<String> sorts = new HashSet<>();
        List<Plan> some = new ArrayList<>();
        int left = 0;
        for (Plan plan : all(simulator)) {
            if (sorts.add(sort(plan, simulator.clean())) || left++ % thin == 0) {
                some.add(plan);
            }
        }
        return some;
    }

    private static String sort(Plan plan, Learned clean) {
        return plan.strikes().stream()
                .map(strike -> strike.mishap().name()
                        + strike.delivery()
                        + clean.calls().get(strike.call()).kind())
                .collect(Collectors.joining("+"));
    }

    private void addFor(int call) {
        for (Mishap.Death death : Mishap.Death.values()) {
            add(new Strike(call, death, 1));
            add(new Strike(call, death, 1), new Strike(call, Mishap.Death.BEFORE_CALL, 2));
        }
        add(new Strike(call, Mishap.Cancelling.CANCEL, 1));
        for (Fault fault : Fault.values()) {
            if (fault.fits(clean.calls().get(call).kind())) {
                addFor(call, fault);
            }
        }
    }

    private void addFor(int call, Fault fault) {
        Strike first = new Strike(call, fault, 1);
        Strike second = new Strike(call, fault, 2);
        add(first);
        add(first, second);
        add(new Strike(call, Fault.LOSE, 1), second);
        add(first, new Strike(call, Mishap.Cancelling.CANCEL, 1));
        for (Mishap.Death death : Mishap.Death.values()) {
            add(first, new Strike(call, death, 1));
        }
        add(new Strike(call, Mishap.Death.BEFORE_SAVE, 1), second);
    }

    private void add(Strike... strikes) {
        plans.add(new Plan(subject, List.of(strikes)));
    }
}

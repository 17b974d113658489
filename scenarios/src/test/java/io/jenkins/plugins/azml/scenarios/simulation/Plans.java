package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every plan of a subject: each call, each death of the host, each fault that fits the call, first and later. */
final class Plans {
    private final String subject;
    private final Learned clean;
    private final Set<Plan> plans = new LinkedHashSet<>();

    private Plans(String subject, Learned clean) {
        this.subject = subject;
        this.clean = clean;
    }

    static List<Plan> of(Simulator<?, ?> simulator) {
        Plans plans = new Plans(simulator.subject().name(), simulator.clean());
        for (int call = 0; call < plans.clean.calls().size(); call++) {
            plans.addFor(call);
        }
        return List.copyOf(plans.plans);
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
        plans.add(new Plan(subject, new ArrayList<>(List.of(strikes))));
    }
}

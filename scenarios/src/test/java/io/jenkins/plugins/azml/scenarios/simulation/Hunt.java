package io.jenkins.plugins.azml.scenarios.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A hunter with the engine that its own class loader gives. */
public final class Hunt implements Hunter {
    static final long SEED = 1;

    private static final JsonMapper JSON = new JsonMapper();

    /** Called from outside of the mutant's class loader. */
    public Hunt() {}

    /** What a clean run taught, as text. */
    static String text(Learned clean) {
        try {
            return JSON.writeValueAsString(clean);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> hunt(List<String> plans, String clean, Supplier<InMemoryEmulator> prepared) {
        Learned learned = learned(clean);
        for (int i = 0; i < plans.size(); i++) {
            List<Violation> violations = run(Plan.of(plans.get(i)), learned, prepared.get());
            if (!violations.isEmpty()) {
                Violation first = violations.get(0);
                return List.of(String.valueOf(i + 1), first.check().name(), first.what());
            }
        }
        return List.of();
    }

    private static List<Violation> run(Plan plan, Learned learned, InMemoryEmulator prepared) {
        World world = new World(SEED, prepared);
        return new Simulator<>(subject(plan.subject()), world, learned)
                .run(plan, world)
                .violations();
    }

    /** A stage of the loop, or one that is set a trap. */
    static Subject<?, ?> subject(String name) {
        return Stream.concat(Subjects.all().stream(), Traps.all().stream())
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage '" + name + "' is in the simulation"));
    }

    private static Learned learned(String clean) {
        try {
            return JSON.readValue(clean, Learned.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

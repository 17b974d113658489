package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records the states of a release: those of every clean run, and of cancelled runs where they have other ones. */
final class Recorder {
    private final String release;
    private final Set<String> kinds = new HashSet<>();

    Recorder(String release) {
        this.release = release;
    }

    /** The stages whose states are kept. */
    static List<Subject<?, ?>> subjects() {
        return Stream.concat(Subjects.all().stream(), Traps.all().stream().filter(Recorder::endsWell))
                .toList();
    }

    private static boolean endsWell(Subject<?, ?> trap) {
        return trap.ends().isEmpty();
    }

    void record() {
        for (Subject<?, ?> subject : subjects()) {
            Simulator<?, ?> simulator = new Simulator<>(subject, Hunt.SEED);
            record(simulator, Plan.clean(subject.name()), kinds -> true);
            IntStream.range(0, simulator.clean().calls().size())
                    .mapToObj(call -> new Strike(call, Mishap.Cancelling.CANCEL, 1))
                    .map(strike -> new Plan(subject.name(), List.of(strike)))
                    .forEach(plan -> record(simulator, plan, found -> !kinds.containsAll(found)));
        }
    }

    private <S, R> void record(Simulator<S, R> simulator, Plan plan, Predicate<Set<String>> isWanted) {
        List<byte[]> states = simulator.states(plan);
        Set<String> found =
                states.stream().map(state -> kind(Envelope.read(state))).collect(Collectors.toSet());
        if (isWanted.test(found)) {
            SavedStates.write(release, plan, states);
            kinds.addAll(found);
        }
    }

    /** For example {@code train/1 Following}. */
    static String kind(Envelope envelope) {
        return envelope.schema() + " " + envelope.state();
    }

    /** Every state that a stage can be in. */
    static Set<String> kinds(StateCodec<?> codec) {
        return Arrays.stream(codec.states().getPermittedSubclasses())
                .map(state -> codec.stage() + "/" + codec.version() + " " + state.getSimpleName())
                .collect(Collectors.toSet());
    }
}

package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.scenarios.simulation.SavedStates.SavedState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that an earlier release began end in this one. {@code -Drecord=RELEASE} keeps the states of a new release. */
class StatesScenario {
    private final Map<String, Simulator<?, ?>> simulators = new ConcurrentHashMap<>();

    @BeforeAll
    static void record() {
        String release = System.getProperty("record", "");
        if (!release.isEmpty()) {
            new Recorder(release).record();
        }
    }

    @Test
    void every_state_of_every_release_goes_on_to_the_same_end() {
        List<SavedState> states = SavedStates.all();

        List<String> failures = states.parallelStream()
                .map(state -> failure(state, simulator(state.plan().subject())))
                .filter(failure -> !failure.isEmpty())
                .toList();

        System.out.println("[states] " + states.size() + " saved states of "
                + states.stream().map(SavedState::release).distinct().toList() + " go on to the same end");
        assertThat(failures).isEmpty();
    }

    @Test
    void every_state_of_every_stage_is_among_those_that_are_kept() {
        Set<String> kept = SavedStates.all().stream()
                .map(state -> Recorder.kind(state.envelope()))
                .collect(Collectors.toSet());

        assertThat(kept)
                .containsAll(Recorder.subjects().stream()
                        .flatMap(subject -> Recorder.kinds(subject.codec()).stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_state_of_a_newer_form_is_refused_by_name() {
        for (SavedState state : SavedStates.all()) {
            StateCodec<?> codec = Hunt.subject(state.plan().subject()).codec();
            String newer = codec.stage() + "/" + (codec.version() + 1);
            Envelope now = state.envelope();
            Envelope later = new Envelope(newer, now.generation(), "azml 9.0.0", now.state(), now.data(), null);

            assertThatThrownBy(() -> codec.open(later))
                    .hasMessage("the saved state is a '" + newer + "', written by azml 9.0.0; this release reads '"
                            + codec.stage() + "/" + codec.version() + "'");
        }
    }

    private Simulator<?, ?> simulator(String subject) {
        return simulators.computeIfAbsent(subject, name -> new Simulator<>(Hunt.subject(name), Hunt.SEED));
    }

    private static String failure(SavedState state, Simulator<?, ?> simulator) {
        OtherState given = new OtherState(state.bytes());
        Simulator.Report undisturbed = simulator.run(state.plan(), Sabotage.NONE);
        Simulator.Report resumed = simulator.run(state.plan(), given);
        if (!given.isPlaced()) {
            return state + ": no turn saves that generation any more";
        }
        boolean same = resumed.outcome().text().equals(undisturbed.outcome().text());
        return same && resumed.violations().isEmpty()
                ? ""
                : state + ": ended as " + resumed.outcome() + " " + resumed.violations() + ", expected "
                        + undisturbed.outcome();
    }
}

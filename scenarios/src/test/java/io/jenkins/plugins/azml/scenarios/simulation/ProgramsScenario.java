package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Programs drawn from a seed: hosts die, overtake each other and come back with old states while the network fails. */
class ProgramsScenario {
    private static final long SEED = Long.getLong("seed", 1);
    private static final int PROGRAMS = Integer.getInteger("programs", 1_000);
    private static final String STAGES = System.getProperty("stages", ".*");
    private static final int AT_A_TIME = 5_000;

    private final Map<String, Play<?, ?>> plays = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> moves = new TreeMap<>();

    @Test
    void every_program_ends_as_the_clean_run_and_breaks_no_invariant() {
        long began = System.nanoTime();
        Subjects.all().stream()
                .filter(subject -> subject.name().matches(STAGES))
                .forEach(subject -> plays.put(subject.name(), new Play<>(new Simulator<>(subject, SEED))));
        List<String> failures = replay().isEmpty() ? all() : failures(List.of(Program.of(replay())));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("programs by stage and end: " + counts);
        System.out.println("moves: " + moves);
        System.out.println(
                (replay().isEmpty() ? PROGRAMS : 1) + " programs in " + took.toSeconds() + " s, seed " + SEED);
        assertThat(failures).isEmpty();
    }

    private static String replay() {
        return System.getProperty("replay", "");
    }

    private List<String> all() {
        Programs programs = new Programs(List.copyOf(plays.keySet()), SEED);
        List<String> failures = new ArrayList<>();
        for (long from = 0; from < PROGRAMS; from += AT_A_TIME) {
            failures.addAll(failures(LongStream.range(from, Math.min(PROGRAMS, from + AT_A_TIME))
                    .mapToObj(programs::number)
                    .toList()));
        }
        return failures;
    }

    private List<String> failures(List<Program> programs) {
        List<Play.Played> played = programs.parallelStream().map(this::played).toList();
        played.forEach(this::count);
        return played.stream()
                .filter(Play.Played::failed)
                .limit(Failures.SHOWN)
                .map(each -> Failures.words(Failures.shrunk(this::played, each)))
                .toList();
    }

    private Play.Played played(Program program) {
        Play<?, ?> play = plays.get(program.subject());
        assertThat(play).as("the stage of " + program).isNotNull();
        return play.run(program, Sabotage.NONE);
    }

    private void count(Play.Played played) {
        counts.merge(
                played.program().subject() + " " + (played.outcome().good() ? "good" : "problem"), 1, Integer::sum);
        played.program().moves().forEach(move -> moves.merge(move.what().name(), 1, Integer::sum));
    }
}

package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real processes on a real disk, killed at seeded moments: {@code -Dkills=N} and {@code -Dseed=N}. */
@Tag("night")
@OnLocalAzure
class SeededKillsScenario {
    private static final int KILLS = Integer.getInteger("kills", 50);
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void loops_that_are_killed_at_seeded_moments_end_like_one_that_is_not(CleanLoop clean) {
        Random chance = new Random(SEED);
        List<String> killed = new ArrayList<>();
        int loops = 0;
        while (killed.size() < KILLS) {
            killed.addAll(killedLoop("night" + ++loops, KILLS - killed.size(), chance, clean));
        }

        long emulators =
                killed.stream().filter(kill -> kill.startsWith("emulator")).count();
        System.out.println("[night] " + killed.size() + " kills (" + emulators + " of the emulator) in " + loops
                + " loops, seed " + SEED + ": each ended as the loop without kills");
        assertThat(killed).hasSize(KILLS);
    }

    private static List<String> killedLoop(String name, int most, Random chance, CleanLoop clean) {
        try (LocalAzure azure = LocalAzure.start(Places.ROOT.resolve(name + "-azure"), "dev", "prod")) {
            Loop loop = new Loop(Places.example(name), name, "dev", "prod");

            List<String> killed = new MortalLoop(azure, loop, chance).run(most);

            EndState end = EndState.of(azure, loop);
            System.out.println("[night] " + killed);
            assertThat(end.withoutDigests()).isEqualTo(clean.end().withoutDigests());
            assertThat(end.digests()).hasSize(1).isEqualTo(end.promotedDigests());
            return killed;
        }
    }
}

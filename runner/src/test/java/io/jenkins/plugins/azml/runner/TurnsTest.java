package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may go on, and when: locks and milestones. */
class TurnsTest {
    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void branches_take_turns_at_a_lock(Durability durability) throws IOException {
        RunResult result = run.of(
                "parallel a: { lock('r') { sleep time: 20, unit: 'MILLISECONDS'; echo 'a is done' } },\n"
                        + "         b: { lock(resource: 'r', variable: 'R') { echo \"b has ${R}\" } },\n"
                        + "         c: { lock(resource: 'r', skipIfLocked: true) { echo 'never' } }",
                options -> options.durability(durability));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console())
                .containsSubsequence("[Resource: r] is locked, waiting...", "a is done", "Lock released", "b has r")
                .contains("[Resource: r] is locked, skipping execution...")
                .doesNotContain("never");
    }

    @Test
    void milestones_grow() throws IOException {
        RunResult result = run.of("milestone 3\nmilestone()\nmilestone 4");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console())
                .containsSubsequence(
                        "Trying to pass milestone 3",
                        "Trying to pass milestone 4",
                        "ERROR: Invalid ordinal 4, as the previous one was 4");
    }

    @Test
    void a_milestone_has_no_place_in_a_branch() throws IOException {
        run.of("parallel a: { milestone 1 }, b: { sleep time: 1, unit: 'MILLISECONDS' }");

        assertThat(run.console()).contains("ERROR: Using a milestone step inside parallel is not allowed");
    }
}

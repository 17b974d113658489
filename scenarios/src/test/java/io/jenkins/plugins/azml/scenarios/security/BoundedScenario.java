package io.jenkins.plugins.azml.scenarios.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile input is bounded in memory and time: seen from outside of a process that has little of both. */
class BoundedScenario {
    @TempDir
    Path folder;

    @Test
    void hostile_yaml_json_logs_and_listings_are_refused_in_64_mebibytes() throws Exception {
        SmallProcess.Outcome outcome = SmallProcess.run(HostileInputs.class, 64, 120, folder);

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        assertThat(outcome.output()).endsWith("bounded\n");
    }

    @Test
    void no_pattern_takes_more_than_50_ms_for_100000_hostile_characters() throws Exception {
        SmallProcess.Outcome outcome = SmallProcess.run(PatternCheck.class, 128, 300, folder);

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        assertThat(outcome.output()).containsPattern("\\d\\d patterns\n$");
    }
}

package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@OnLocalAzure
class CleanLoopScenario {

    @Test
    void a_model_goes_from_its_training_script_to_a_tested_endpoint(CleanLoop clean) {
        EndState end = clean.end();

        System.out.println("[local] the loop without kills: " + end);
        assertThat(end.jobs()).isEqualTo(List.of("LOOP-train Completed"));
        assertThat(end.digests()).hasSize(1).isEqualTo(end.promotedDigests());
        assertThat(end.deployments()).hasSize(1);
        assertThat(end.traffic().values()).containsExactly(100);
        assertThat(clean.outcomes()
                        .get("clean-train")
                        .json()
                        .in("result", "metrics")
                        .members())
                .containsKeys("rmse", "r2")
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(Double.class));
        assertThat(clean.outcomes().get("clean-evaluate").json().string("result", "verdict"))
                .as("verdict")
                .isPresent();
    }
}

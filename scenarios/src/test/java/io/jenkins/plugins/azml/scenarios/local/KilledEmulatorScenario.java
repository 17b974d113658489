package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(2)
@OnOwnAzure
class KilledEmulatorScenario {
    private static final String DEV = "dev";
    private static final String PROD = "prod";

    /** The command line waits and goes on by itself; a job that ran would be Failed, so none of the moments is in one. */
    @Test
    void a_loop_whose_emulator_is_killed_at_four_moments_ends_like_one_that_is_not(CleanLoop clean) {
        List<String> killedAt = new ArrayList<>();
        try (LocalAzure azure = LocalAzure.start(Places.ROOT.resolve("mortal"), DEV, PROD)) {
            Loop loop = new Loop(Places.example("outlived"), "outlived", DEV, PROD);
            Shell shell = new Shell(loop.project(), azure.environment(DEV));
            List<Moment> moments = moments(azure);
            for (Loop.Step step : loop.steps()) {
                List<Moment> here = moments.stream()
                        .filter(moment -> loop.run(moment.stage()).equals(step.run()))
                        .toList();
                seeThrough(azure, shell, step, here);
                here.forEach(moment -> killedAt.add(moment.name()));
            }

            EndState end = EndState.of(azure, loop);
            System.out.println("[local] emulator killed " + killedAt.size() + " times: " + killedAt);
            System.out.println("[local] the loop ended as " + end);
            assertThat(killedAt).hasSize(4);
            assertThat(end.withoutDigests()).isEqualTo(clean.end().withoutDigests());
            assertThat(end.digests()).hasSize(1).isEqualTo(end.promotedDigests());
        }
    }

    private static void seeThrough(LocalAzure azure, Shell shell, Loop.Step step, List<Moment> moments) {
        if (moments.isEmpty()) {
            shell.azml(step.arguments()).ok();
            return;
        }
        moments.get(0).arrange().run();
        Running running = shell.startAzml(step.arguments());
        for (int i = 0; i < moments.size(); i++) {
            moments.get(i).arrive().accept(running);
            azure.kill();
            azure.start();
            if (i + 1 < moments.size()) {
                moments.get(i + 1).arrange().run();
            }
        }
        running.end().ok();
    }

    private static List<Moment> moments(LocalAzure azure) {
        return List.of(
                Moment.withheld(azure, "when the code was registered", "train", "CodeVersions_CreateOrUpdate", DEV, 0),
                Moment.withheld(
                        azure, "when the version was written", "register", "ModelVersions_CreateOrUpdate", DEV, 0),
                Moment.withheld(
                        azure,
                        "in the middle of the deployment",
                        "promote",
                        "OnlineDeployments_CreateOrUpdate",
                        PROD,
                        0),
                Moment.withheld(
                        azure, "right after the traffic write", "promote", "OnlineEndpoints_CreateOrUpdate", PROD, 0));
    }
}

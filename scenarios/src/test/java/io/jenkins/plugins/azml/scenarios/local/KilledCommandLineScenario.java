package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnLocalAzure
class KilledCommandLineScenario {
    private static final String DEV = "killdev";
    private static final String PROD = "killprod";
    /** More than goes out before a process can be killed. */
    private static final int LARGE = 48 << 20;

    private LocalAzure azure;
    private Loop loop;
    private Shell shell;
    private final List<String> killedAt = new ArrayList<>();

    @BeforeEach
    void project(LocalAzure local) {
        azure = local;
        loop = new Loop(Places.example("killed"), "killed", DEV, PROD);
        shell = new Shell(loop.project(), azure.environment(DEV));
    }

    @Test
    void a_loop_that_is_killed_at_twelve_moments_ends_like_one_that_is_not(CleanLoop clean) throws IOException {
        byte[] content = new byte[LARGE];
        new Random(6).nextBytes(content);
        Files.write(loop.project().resolve("src/weights.bin"), content);
        List<Moment> moments = moments();

        for (Loop.Step step : loop.steps()) {
            List<Moment> here = moments.stream()
                    .filter(moment -> loop.run(moment.stage()).equals(step.run()))
                    .toList();
            String[] line = step.arguments();
            for (Moment moment : here) {
                killAt(moment, line);
                line = resume(step);
            }
            shell.azml(line).ok();
        }

        EndState end = EndState.of(azure, loop);
        System.out.println("[local] command line killed " + killedAt.size() + " times: " + killedAt);
        System.out.println("[local] it ended as " + end);
        assertThat(killedAt).hasSize(12);
        assertThat(end.withoutDigests()).isEqualTo(clean.end().withoutDigests());
        assertThat(end.digests()).hasSize(1).isEqualTo(end.promotedDigests());
    }

    private void killAt(Moment moment, String... line) {
        moment.arrange().run();
        Running running = shell.startAzml(line);
        moment.arrive().accept(running);
        running.kill();
        killedAt.add(moment.name());
    }

    private static String[] resume(Loop.Step step) {
        return new String[] {"resume", step.run(), "--output", "json"};
    }

    private List<Moment> moments() {
        return List.of(
                new Moment("in the upload", "train", azure::forgetRequests, this::inTheUpload),
                withheld("after the code was registered", "train", "CodeVersions_CreateOrUpdate", DEV),
                withheld("right after the submission", "train", "Jobs_CreateOrUpdate", DEV),
                new Moment("while the job runs", "train", () -> {}, running -> following()),
                withheldOfAnEndedJob("at the log's end", "Runs_GetDetails"),
                withheld("while the model is read", "register", "Datastores_ListSecrets", DEV, 3),
                withheld("right after the version was written", "register", "ModelVersions_CreateOrUpdate", DEV),
                withheld("while files are copied", "promote", "Datastores_ListSecrets", PROD, 4),
                withheld("in the middle of the deployment", "promote", "MfeOperations_GetStatus", ""),
                withheld("while it is tested", "promote", "OnlineEndpoints_Score", PROD, 1),
                withheld("right after the traffic write", "promote", "OnlineEndpoints_CreateOrUpdate", PROD),
                withheld("before the last save", "promote", "OnlineDeployments_List", PROD));
    }

    private Moment withheld(String name, String stage, String operation, String path) {
        return withheld(name, stage, operation, path, 0);
    }

    private Moment withheld(String name, String stage, String operation, String path, int skip) {
        return Moment.withheld(azure, name, stage, operation, path, skip);
    }

    private Moment withheldOfAnEndedJob(String name, String operation) {
        Moment withheld = withheld(name, "train", operation, DEV);
        return new Moment(
                name,
                "train",
                () -> {
                    Awaitility.await()
                            .forever()
                            .until(() -> azure.workspace(DEV)
                                    .jobs()
                                    .find(loop.run("train"))
                                    .orElseThrow()
                                    .status()
                                    .terminal());
                    withheld.arrange().run();
                },
                withheld.arrive());
    }

    private void inTheUpload(Running running) {
        azure.awaitRequest(
                running,
                request -> request.needString("operation").equals("CodeVersions_CreateOrGetStartPendingUpload"));
        Optional<String> registered = azure.requests().stream()
                .map(request -> request.needString("operation"))
                .filter("CodeVersions_CreateOrUpdate"::equals)
                .findFirst();
        assertThat(registered).as("the upload goes on").isEmpty();
    }

    private void following() {
        new SavedState(loop.project(), loop.run("train"))
                .await(envelope -> envelope.state().equals("Following")
                        && new JsonObject(envelope.data())
                                .string("status")
                                .orElse("")
                                .equals("RUNNING"));
    }
}

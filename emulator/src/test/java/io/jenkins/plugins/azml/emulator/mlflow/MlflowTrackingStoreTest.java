package io.jenkins.plugins.azml.emulator.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.python.Requirements;
import io.jenkins.plugins.azml.emulator.real.HttpFront;
import io.jenkins.plugins.azml.emulator.real.RealParts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowTrackingStoreTest {
    private static final String FRONT = "/mlflow/v2.0/workspaces/";

    @TempDir
    private static Path folder;

    private static final BlobStore BLOBS = RealParts.blobs();
    private static PythonHost python;
    private static HttpFront front;
    private static MlflowTrackingStore store;

    @BeforeAll
    static void startStore() throws Exception {
        python = RealParts.pythonHost(folder);
        front = new HttpFront(MlflowTrackingStoreTest::route);
        store = new MlflowTrackingStore(
                Files.createDirectory(folder.resolve("mlflow")),
                BLOBS,
                MlflowTrackingStoreTest::artifactsOf,
                new Access(),
                InstantSource.system(),
                python);
        store.start();
    }

    @AfterAll
    static void stopStore() {
        store.close();
        front.close();
    }

    private static Reply route(Request request) {
        assertThat(request.header("Authorization")).hasValue("Bearer the-token");
        String[] parts = request.path().substring(FRONT.length()).split("/", 2);
        return store.handle(parts[0], request.withPath("/" + parts[1]));
    }

    private static BlobLocation artifactsOf(String workspace, String run) {
        return new BlobLocation(new Container(workspace, "azureml"), "ExperimentRun/dcid." + run);
    }

    private static final class Access implements TrackingAccess {
        @Override
        public URI trackingUri(String workspace) {
            return front.address().resolve(FRONT + workspace);
        }

        @Override
        public String token() {
            return "the-token";
        }

        @Override
        public Optional<Path> authority() {
            return Optional.empty();
        }
    }

    @Test
    void a_script_logs_to_the_run_of_its_job_and_its_model_lies_where_azure_looks() throws Exception {
        TrackedRun run = startRun("dev", "sunny_job_1");

        String printed = python(run, "train.py");

        assertThat(printed.lines())
                .contains("run sunny_job_1", "text hello")
                .filteredOn(line -> line.startsWith("predicts"))
                .containsExactly("predicts 7.0", "predicts 7.0");
        assertThat(printed).contains("'model'", "'notes'", "'plot.png'");
        assertThat(blobsOf("dev", "sunny_job_1"))
                .contains("notes/über uns+1.txt", "plot.png", "model/MLmodel", "model/requirements.txt");
        JsonNode data = run("dev", "sunny_job_1").path("data");
        assertThat(data.path("metrics").findValues("key").toString()).contains("rmse", "unsettled");
        assertThat(data.path("params").path(0).path("value").asText()).isEqualTo("0.5");
    }

    @Test
    void starting_a_run_twice_makes_one_run() {
        startRun("dev", "twice");
        startRun("dev", "twice");

        store.endRun("dev", "twice", "FAILED");

        assertThat(run("dev", "twice").path("info").path("status").asText()).isEqualTo("FAILED");
    }

    @Test
    void a_workspace_does_not_see_the_runs_of_another() {
        startRun("dev", "secret_of_dev");
        startRun("prod", "secret_of_prod");

        assertThat(get("prod", "/api/2.0/mlflow/runs/get", Map.of("run_id", "secret_of_dev"))
                        .status())
                .isEqualTo(404);
        assertThat(run("prod", "secret_of_prod").path("info").path("run_name").asText())
                .isEqualTo("a name");
    }

    @Test
    void a_name_that_mlflow_does_not_allow_is_a_workspace_all_the_same() {
        startRun("Team_A", "job_of_team_a");

        assertThat(run("Team_A", "job_of_team_a").path("info").path("run_id").asText())
                .isEqualTo("job_of_team_a");
    }

    @Test
    void artifacts_outside_of_a_run_and_of_other_workspaces_are_refused() {
        for (String path : List.of(
                "workspaces/prod/1/x/artifacts/a",
                "workspaces/dev/1/x/artifacts/..%2F..%2Fa",
                "workspaces/dev/1/x/artifacts/%2e%2e/a",
                "workspaces/dev/1/models/m-none/artifacts/a",
                "a")) {
            assertThat(get("dev", "/api/2.0/mlflow-artifacts/artifacts/" + path, Map.of())
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static TrackedRun startRun(String workspace, String runId) {
        var run = new TrackedRun(
                workspace,
                "diabetes",
                runId,
                "a name",
                Map.of("team", "blue"),
                "azureml://unused",
                artifactsOf(workspace, runId));
        store.startRun(run);
        return run;
    }

    private static JsonNode run(String workspace, String runId) {
        return MlflowClient.body(get(workspace, "/api/2.0/mlflow/runs/get", Map.of("run_id", runId)))
                .path("run");
    }

    private static Reply get(String workspace, String path, Map<String, String> query) {
        return store.handle(workspace, new Request("GET", path, query, Headers.none(), new byte[0]));
    }

    private static List<String> blobsOf(String workspace, String runId) {
        BlobLocation root = artifactsOf(workspace, runId);
        return BLOBS.list(root.container(), root.below("")).stream()
                .map(BlobItem::name)
                .map(name -> name.substring(root.below("").length()))
                .toList();
    }

    private static String python(TrackedRun run, String script) throws Exception {
        try (var in = MlflowTrackingStoreTest.class.getResourceAsStream(script)) {
            Files.write(folder.resolve(script), in.readAllBytes());
        }
        Map<String, String> variables = new HashMap<>(store.variables(run));
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", folder.toString());
        var environment = python.environments().require(Requirements.MLFLOW, line -> {});
        var output = new TailOutput(1 << 20);
        var command = Command.of("script", List.of("python", script), folder, environment.activatedIn(variables));
        var result = BoundedProcess.start(command, python.children(), output).await();
        assertThat(result.succeeded()).as(output.text()).isTrue();
        return output.text();
    }
}

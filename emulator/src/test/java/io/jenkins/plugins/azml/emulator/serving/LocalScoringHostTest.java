package io.jenkins.plugins.azml.emulator.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.blob.BlobFiles;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.jobs.SoftwareEnvironment;
import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.python.Requirements;
import io.jenkins.plugins.azml.emulator.real.RealParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalScoringHostTest {
    private static final Container CONTAINER = new Container("dev", "data");
    private static final DeploymentKey BLUE = new DeploymentKey("dev", "diabetes", "blue");
    private static final String SCRIPT = """
            import json, os, time
            def init():
                global weight
                weight = float(open(os.path.join(os.environ["AZUREML_MODEL_DIR"], "weights", "w.txt")).read())
                print("loaded", weight)
            def run(raw):
                data = json.loads(raw)["data"]
                if data == "slow": time.sleep(600)
                return [weight * value for value in data]
            """;

    @TempDir
    private Path folder;

    private final BlobStore blobs = RealParts.blobs();
    private final CompletableFuture<String> news = new CompletableFuture<>();
    private final DeploymentListener listener = new DeploymentListener() {
        @Override
        public void ready() {
            news.complete("ready");
        }

        @Override
        public void failed(String code, String message) {
            news.complete(code + " " + message);
        }
    };
    private PythonHost python;
    private ScoringHost host;

    @BeforeEach
    void startHost() {
        blobs.createContainer(CONTAINER);
        put("models/weights/w.txt", "2.5");
        python = RealParts.pythonHost(folder);
        host = new LocalScoringHost(folder.resolve("deployments"), blobs, python);
    }

    @AfterEach
    void stopHost() {
        host.close();
    }

    @Test
    void a_scoring_script_answers_with_its_model() throws Exception {
        deploy(SCRIPT, Duration.ofMinutes(1));

        Reply reply = score("{\"data\": [1, 2]}");

        assertThat(news.join()).as(host.logs(BLUE, 50)).isEqualTo("ready");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.bodyText()).isEqualTo("[2.5, 5.0]");
        assertThat(reply.headers().first("x-ms-run-fn-exec-ms")).isPresent();
        assertThat(host.logs(BLUE, 50)).contains("loaded 2.5\n");
    }

    @Test
    void a_script_that_raises_answers_500_and_tells_why_in_the_logs_only() {
        deploy(SCRIPT, Duration.ofMinutes(1));

        Reply reply = score("{\"data\": [\"a\"]}");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.bodyText())
                .isEqualTo("{\"message\": \"An unexpected error occurred in scoring script. "
                        + "Check the logs for more info.\"}");
        assertThat(reply.headers().first("x-ms-run-function-failed")).hasValue("True");
        // The answer may come before the process's output has been read.
        await().untilAsserted(() -> assertThat(host.logs(BLUE, 50)).contains("Encountered Exception", "TypeError"));
    }

    @Test
    void a_request_that_takes_too_long_is_given_up() {
        deploy(SCRIPT, Duration.ofSeconds(1));

        assertThat(score("{\"data\": \"slow\"}").status()).isEqualTo(408);
    }

    @Test
    void an_init_that_raises_fails_the_deployment_and_its_logs_stay() {
        deploy("def init(): raise ValueError('no weights')\ndef run(raw): return 1\n", Duration.ofMinutes(1));

        assertThat(news.join())
                .startsWith("ResourceNotReady User container has crashed or terminated: ")
                .contains("it ended: ValueError: no weights");
        assertThat(host.logs(BLUE, 50)).contains("Traceback", "ValueError: no weights");
        assertThat(score("{}").status()).isEqualTo(503);
    }

    @Test
    void a_script_without_run_fails_and_is_told() {
        deploy("def init(): pass\n", Duration.ofMinutes(1));

        assertThat(news.join()).contains("the scoring script score.py has no function run()");
    }

    @Test
    void a_missing_script_fails_and_is_named() {
        deploy(Optional.of(new DeploymentPlan.Script(at("code"), "../none.py")), Optional.empty(), "custom_model");

        assertThat(news.join()).contains("the code has no scoring script '../none.py'");
    }

    @Test
    void a_removed_deployment_does_not_answer_and_has_no_logs() {
        deploy(SCRIPT, Duration.ofMinutes(1));
        news.join();

        host.remove(BLUE);

        assertThat(score("{}").status()).isEqualTo(503);
        assertThat(host.logs(BLUE, 50)).isEmpty();
    }

    @Test
    void an_mlflow_model_answers_without_a_script_in_the_environment_that_it_was_logged_with() throws Exception {
        saveModel();

        deploy(Optional.empty(), Optional.empty(), "mlflow_model");

        assertThat(news.join()).as(host.logs(BLUE, 50)).isEqualTo("ready");
        JsonNode split = Json.read(score(
                        "{\"input_data\": {\"columns\": [\"age\", \"bmi\"], \"index\": [0, 1], \"data\": [[0, 1], [3, 2]]}}")
                .body());
        assertThat(split.get(0).asDouble()).isCloseTo(1.0, within(1e-9));
        assertThat(split.get(1).asDouble()).isCloseTo(8.0, within(1e-9));
        JsonNode records = Json.read(
                score("{\"input_data\": [{\"age\": 0.0, \"bmi\": 1.0}]}").body());
        assertThat(records.get(0).asDouble()).isCloseTo(1.0, within(1e-9));
        assertThat(score("[1]").status()).isEqualTo(400);
        assertThat(score("[1]").bodyText()).contains("input_data");
        assertThat(host.logs(BLUE, 200)).contains("the requirements are met by python-");
    }

    private void deploy(String script, Duration timeout) {
        put("code/score.py", script);
        host.deploy(
                plan(
                        Optional.of(new DeploymentPlan.Script(at("code"), "score.py")),
                        software(),
                        "custom_model",
                        timeout),
                listener);
        news.join();
    }

    private void deploy(
            Optional<DeploymentPlan.Script> script, Optional<SoftwareEnvironment> software, String modelType) {
        host.deploy(
                plan(script, script.isPresent() ? software() : software, modelType, Duration.ofMinutes(1)), listener);
    }

    private static Optional<SoftwareEnvironment> software() {
        return Optional.of(new SoftwareEnvironment(
                "software", "1", "an image", Optional.of("dependencies: [{pip: [six==1.17.0]}]")));
    }

    private static DeploymentPlan plan(
            Optional<DeploymentPlan.Script> script,
            Optional<SoftwareEnvironment> software,
            String modelType,
            Duration timeout) {
        String path = modelType.equals("mlflow_model") ? "models/model" : "models/weights";
        var model = new DeploymentPlan.Model("weights", "3", at(path), modelType);
        return new DeploymentPlan(BLUE, Optional.of(model), software, script, Map.of(), timeout);
    }

    private Reply score(String body) {
        Headers json = Headers.none().with("Content-Type", "application/json");
        return host.score(BLUE, new Request("POST", "/score", Map.of(), json, body.getBytes(UTF_8)));
    }

    private void saveModel() throws Exception {
        try (var in = LocalScoringHostTest.class.getResourceAsStream("save_model.py")) {
            Files.write(folder.resolve("save_model.py"), in.readAllBytes());
        }
        var environment = python.environments().require(Requirements.MLFLOW, line -> {});
        var output = new TailOutput(1 << 16);
        var variables = environment.activatedIn(Map.of("HOME", folder.toString(), "PATH", System.getenv("PATH")));
        var command = Command.of("save", List.of("python", "save_model.py"), folder, variables);
        var result = BoundedProcess.start(command, python.children(), output).await();
        assertThat(result.succeeded()).as(output.text()).isTrue();
        new BlobFiles(blobs).storeFolder(folder.resolve("model"), at("models/model"));
    }

    private void put(String blob, String content) {
        blobs.put(CONTAINER, blob, content.getBytes(UTF_8));
    }

    private static BlobLocation at(String path) {
        return new BlobLocation(CONTAINER, path);
    }
}

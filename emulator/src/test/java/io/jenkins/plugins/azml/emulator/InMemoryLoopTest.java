package io.jenkins.plugins.azml.emulator;

import static io.jenkins.plugins.azml.emulator.AzureMl.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryLoopTest {
    private static final String TWIN =
            "{\"metrics\":{\"rmse\":55.5,\"bad\":\"NaN\"},\"files\":{\"model/m.txt\":\"2.5\",\"model:weights.txt\":\"w\"}}";

    private final AzureMl azure = new AzureMl();

    @BeforeEach
    void everything_is_there() {
        azure.givenEverythingThatAJobNeeds();
    }

    @Test
    void a_job_runs_and_its_model_is_registered_deployed_and_answers() {
        train("job1");

        assertThat(azure.jobStatus("job1")).isEqualTo("Completed");
        JsonNode run = json(azure.send(
                "GET", "/mlflow/v2.0" + azure.workspace("dev") + "/api/2.0/mlflow/runs/get?run_id=job1", ""));
        assertThat(run.at("/run/info/status").asText()).isEqualTo("FINISHED");
        assertThat(run.at("/run/data/metrics").toString()).contains("55.5").contains("NaN");

        Reply model = azure.put(
                "/models/diabetes/versions/1",
                "{'properties':{'modelUri':'azureml://jobs/job1/outputs/artifacts/paths/model/','modelType':'mlflow_model'}}");
        assertThat(model.status()).isEqualTo(201);
        assertThat(json(model).at("/properties/modelUri").asText())
                .endsWith("/datastores/workspaceartifactstore/paths/ExperimentRun/dcid.job1/model");
        assertThat(json(model).at("/properties/jobName").asText()).isEqualTo("job1");

        endpoint("");
        assertThat(azure.put("/onlineEndpoints/diabetes/deployments/blue", deployment())
                        .status())
                .isEqualTo(201);
        azure.pass(Duration.ofSeconds(30));
        assertThat(json(azure.get("/onlineEndpoints/diabetes/deployments/blue"))
                        .at("/properties/provisioningState")
                        .asText())
                .isEqualTo("Succeeded");

        assertThat(score(Map.of()).status()).as("no traffic yet").isEqualTo(404);
        Reply direct = score(Map.of("azureml-model-deployment", "blue"));
        assertThat(direct.bodyText()).isEqualTo("[7.5]");
        assertThat(endpoint("'blue':100").status()).isEqualTo(200);
        azure.pass(Duration.ofSeconds(6));
        assertThat(score(Map.of()).bodyText()).isEqualTo("[7.5]");
    }

    @Test
    void an_output_with_a_name_is_an_asset_once_its_job_is_completed() {
        ObjectNode job = azure.aJob();
        ObjectNode outputs = job.withObjectProperty("properties").withObjectProperty("outputs");
        outputs.putObject("table").put("jobOutputType", "uri_folder").put("assetName", "table");
        outputs.putObject("weights")
                .put("jobOutputType", "custom_model")
                .put("assetName", "weights")
                .put("assetVersion", "7");

        azure.submit("named", job);
        assertThat(azure.get("/data/table/versions/1").status())
                .as("still running")
                .isEqualTo(404);
        azure.pass(Duration.ofMinutes(1));

        assertThat(json(azure.get("/data/table/versions/1"))
                        .at("/properties/dataUri")
                        .asText())
                .endsWith("/datastores/workspaceblobstore/paths/azureml/named/table");
        JsonNode model = json(azure.get("/models/weights/versions/7"));
        assertThat(model.at("/properties/jobName").asText()).isEqualTo("named");
        assertThat(model.at("/properties/modelType").asText()).isEqualTo("custom_model");
    }

    @Test
    void an_environment_of_a_docker_context_is_kept_but_no_job_runs_in_it() {
        assertThat(azure.put(
                                "/environments/docker/versions/1",
                                "{'properties':{'build':{'contextUri':'azureml://datastores/workspaceblobstore/paths/ctx/','dockerfilePath':'Dockerfile'}}}")
                        .status())
                .isEqualTo(201);
        ObjectNode job = azure.aJob();
        job.withObjectProperty("properties").put("environmentId", azure.id("/environments/docker/versions/1"));

        Reply refused = azure.submit("docker", job);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.bodyText()).contains("is built from a Docker context, which the emulator does not do");
    }

    @Test
    void the_log_is_read_by_the_address_in_the_details_with_a_range() {
        train("job1");

        JsonNode details = json(azure.send("GET", "/history/v1.0" + azure.workspace("dev") + "/runs/job1/details", ""));
        String log = details.at("/logFiles").get("user_logs/std_log.txt").asText();
        Reply tail = azure.send(URI.create(log), "GET", "", Map.of("Range", "bytes=8-"));

        assertThat(tail.status()).isEqualTo(206);
        assertThat(tail.bodyText()).isEqualTo("done\n");
        assertThat(tail.headers().first("Content-Range")).hasValue("bytes 8-12/13");
    }

    @Test
    void a_second_submission_of_a_name_is_the_same_job_and_a_changed_one_is_refused() {
        assertThat(azure.submit("job1", azure.aJob()).status()).isEqualTo(201);
        assertThat(azure.submit("job1", azure.aJob()).status()).isEqualTo(200);

        ObjectNode other = azure.aJob();
        other.withObjectProperty("properties").put("command", "python other.py");
        Reply refused = azure.submit("job1", other);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.bodyText()).contains("UserError").contains("command");
        azure.pass(Duration.ofMinutes(2));
        assertThat(statuses("job1")).containsExactly("Queued", "Preparing", "Running", "Finalizing", "Completed");
    }

    @Test
    void what_a_job_names_must_exist() {
        ObjectNode job = azure.aJob();
        job.withObjectProperty("properties").put("computeId", azure.id("/computes/gpu"));
        assertThat(azure.submit("j", job).bodyText()).contains("Unknown compute target 'gpu'");

        job = azure.aJob();
        ((ObjectNode) job.at("/properties/inputs/data")).put("uri", azure.id("/data/patients/versions/9"));
        assertThat(azure.submit("j", job).bodyText())
                .contains("/data/patients/versions/9")
                .contains("does not exist");

        job = azure.aJob();
        ((ObjectNode) job.at("/properties/inputs/data")).put("uri", "file:///etc/passwd");
        assertThat(azure.submit("j", job).bodyText()).contains("file:///etc/passwd");
        assertThat(azure.get("/jobs/j").status()).isEqualTo(404);
    }

    @Test
    void a_cancelled_job_ends_with_its_operation() {
        azure.submit("job1", azure.aJob());
        azure.pass(Duration.ofSeconds(10));

        Reply cancel = azure.arm("POST", "/jobs/job1/cancel", "");

        assertThat(cancel.status()).isEqualTo(202);
        assertThat(azure.jobStatus("job1")).isEqualTo("CancelRequested");
        azure.pass(Duration.ofSeconds(5));
        assertThat(azure.jobStatus("job1")).isEqualTo("Canceled");
        assertThat(operation(cancel).path("status").asText()).isEqualTo("Succeeded");
        assertThat(azure.arm("POST", "/jobs/job1/cancel", "").status()).isEqualTo(200);
    }

    @Test
    void jobs_are_listed_newest_first_by_tag_and_page_by_page() {
        for (int i = 0; i < 130; i++) {
            azure.submit("job" + i, azure.aJob());
        }
        ObjectNode untagged = azure.aJob();
        untagged.withObjectProperty("properties").remove("tags");
        azure.submit("untagged", untagged);

        JsonNode first = json(azure.get("/jobs?tag=run&listViewType=ActiveOnly"));
        JsonNode second = json(azure.send("GET", first.path("nextLink").asText(), ""));

        assertThat(first.path("value")).hasSize(100);
        assertThat(first.at("/value/0/name").asText()).isEqualTo("job129");
        assertThat(second.path("value")).hasSize(30);
        assertThat(second.has("nextLink")).isFalse();
    }

    @Test
    void a_traffic_write_replaces_everything_and_must_add_up() {
        blueWithTraffic();

        assertThat(endpoint("'blue':90").status()).isEqualTo(400);
        assertThat(endpoint("'green':100").status()).isEqualTo(400);
        assertThat(azure.arm("DELETE", "/onlineEndpoints/diabetes/deployments/blue", "")
                        .status())
                .isEqualTo(400);
        assertThat(endpoint("").status()).isEqualTo(200);
        assertThat(azure.put("/onlineEndpoints/diabetes/deployments/green", deployment())
                        .status())
                .as("busy")
                .isEqualTo(409);
        azure.pass(Duration.ofSeconds(6));
        assertThat(json(azure.get("/onlineEndpoints/diabetes"))
                        .at("/properties/traffic")
                        .isEmpty())
                .isTrue();
        assertThat(azure.arm("DELETE", "/onlineEndpoints/diabetes/deployments/blue", "")
                        .status())
                .isEqualTo(202);
        azure.pass(Duration.ofSeconds(6));
        assertThat(azure.get("/onlineEndpoints/diabetes/deployments/blue").status())
                .isEqualTo(404);
    }

    @Test
    void traffic_is_split_exactly_over_a_hundred_requests() {
        blueWithTraffic();
        azure.put("/onlineEndpoints/diabetes/deployments/green", deployment());
        azure.pass(Duration.ofSeconds(30));
        endpoint("'blue':70,'green':30");
        azure.pass(Duration.ofSeconds(6));

        long green = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> score(Map.of())
                        .headers()
                        .first("azureml-model-deployment")
                        .orElseThrow())
                .filter("green"::equals)
                .count();

        assertThat(green).isEqualTo(30);
    }

    @Test
    void a_deployment_whose_start_fails_says_why_and_keeps_its_log() {
        train("job1");
        register();
        endpoint("");
        azure.emulator.scoring().failing(plan -> java.util.Optional.of("boom in init"));

        Reply put = azure.put("/onlineEndpoints/diabetes/deployments/blue", deployment());
        azure.pass(Duration.ofSeconds(30));

        assertThat(operation(put).at("/error/message").asText()).contains("boom in init");
        assertThat(json(azure.get("/onlineEndpoints/diabetes/deployments/blue"))
                        .at("/properties/provisioningState")
                        .asText())
                .isEqualTo("Failed");
        Reply logs = azure.arm("POST", "/onlineEndpoints/diabetes/deployments/blue/getLogs", "{'tail':10}");
        assertThat(json(logs).path("content").asText()).isEqualTo("starting\nboom in init\n");
    }

    @Test
    void the_same_seed_and_the_same_calls_leave_the_same_ledger() {
        List<LedgerEntry> first = ledgerOfALoop();
        List<LedgerEntry> second = ledgerOfALoop();

        assertThat(first).hasSizeGreaterThan(10).isEqualTo(second);
    }

    @Test
    void thousands_of_emulators_are_made_without_files_or_threads() {
        Set<String> tokens = new HashSet<>();
        for (int seed = 0; seed < 2000; seed++) {
            try (InMemoryEmulator emulator = Emulator.inMemory(seed)) {
                tokens.add(emulator.token());
            }
        }

        assertThat(tokens).hasSize(2000);
    }

    private List<LedgerEntry> ledgerOfALoop() {
        InMemoryLoopTest loop = new InMemoryLoopTest();
        loop.everything_is_there();
        loop.train("job1");
        loop.register();
        loop.endpoint("");
        loop.azure.put("/onlineEndpoints/diabetes/deployments/blue", loop.deployment());
        loop.azure.pass(Duration.ofSeconds(30));
        return loop.azure.emulator.ledger();
    }

    private void blueWithTraffic() {
        train("job1");
        register();
        endpoint("");
        azure.put("/onlineEndpoints/diabetes/deployments/blue", deployment());
        azure.pass(Duration.ofSeconds(30));
        endpoint("'blue':100");
        azure.pass(Duration.ofSeconds(6));
    }

    private void train(String name) {
        ObjectNode job = azure.aJob();
        job.withObjectProperty("properties")
                .putObject("environmentVariables")
                .put("AZML_TWIN", TWIN.replace("model/m.txt", "model/m.txt"));
        assertThat(azure.submit(name, job).status()).isEqualTo(201);
        azure.pass(Duration.ofMinutes(1));
    }

    private void register() {
        azure.put(
                "/models/diabetes/versions/1",
                "{'properties':{'modelUri':'azureml://jobs/job1/outputs/artifacts/paths/model/','modelType':'mlflow_model'}}");
    }

    private Reply endpoint(String traffic) {
        Reply reply = azure.put(
                "/onlineEndpoints/diabetes",
                "{'location':'local','properties':{'authMode':'Key','traffic':{" + traffic + "}}}");
        if (traffic.isEmpty() && reply.status() == 201) {
            azure.pass(Duration.ofSeconds(6));
        }
        return reply;
    }

    private String deployment() {
        return "{'location':'local','sku':{'name':'Default','capacity':1},'properties':{'endpointComputeType':'Managed','instanceType':'S','model':'"
                + azure.id("/models/diabetes/versions/1") + "'}}";
    }

    private Reply score(Map<String, String> headers) {
        String key = json(azure.arm("POST", "/onlineEndpoints/diabetes/listKeys", ""))
                .path("primaryKey")
                .asText();
        JsonNode endpoint = json(azure.get("/onlineEndpoints/diabetes"));
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + key);
        return azure.send(
                URI.create(endpoint.at("/properties/scoringUri").asText()), "POST", "{'input_data':[[1,2]]}", all);
    }

    private JsonNode operation(Reply begun) {
        return json(
                azure.send("GET", begun.headers().first("Azure-AsyncOperation").orElseThrow(), ""));
    }

    private List<String> statuses(String job) {
        return azure.emulator.ledger().stream()
                .filter(entry -> entry.operation().equals("Job_Status")
                        && entry.resource().endsWith("/" + job))
                .map(LedgerEntry::note)
                .toList();
    }
}

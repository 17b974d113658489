package io.jenkins.plugins.azml.emulator;

import static io.jenkins.plugins.azml.emulator.AzureMl.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForkTest {
    private final AzureMl azure = new AzureMl();

    @BeforeEach
    void a_job_has_run_and_its_model_serves() {
        azure.givenEverythingThatAJobNeeds();
        ObjectNode job = azure.aJob();
        job.withObjectProperty("properties")
                .putObject("environmentVariables")
                .put("AZML_TWIN", "{\"files\":{\"model/m.txt\":\"2.5\"}}");
        azure.submit("job1", job);
        azure.pass(Duration.ofMinutes(2));
        azure.put(
                "/models/m/versions/1",
                "{'properties':{'modelUri':'azureml://jobs/job1/outputs/artifacts/paths/model/','modelType':'mlflow_model'}}");
        azure.put("/onlineEndpoints/diabetes", "{'location':'local','properties':{'authMode':'Key'}}");
        azure.pass(Duration.ofSeconds(10));
        azure.put(
                "/onlineEndpoints/diabetes/deployments/blue",
                "{'location':'local','sku':{'name':'Default','capacity':1},'properties':{'endpointComputeType':'Managed','instanceType':'S','model':'"
                        + azure.id("/models/m/versions/1") + "'}}");
        azure.pass(Duration.ofMinutes(1));
    }

    @Test
    void a_fork_begins_with_all_that_was_there() {
        AzureMl fork = new AzureMl(azure.emulator.fork(2));

        assertThat(fork.emulator.resources()).isEqualTo(azure.emulator.resources());
        assertThat(fork.emulator.ledger()).isEqualTo(azure.emulator.ledger()).isNotEmpty();
        assertThat(fork.emulator.clock().instant())
                .isEqualTo(azure.emulator.clock().instant());
        assertThat(json(fork.send(
                                "GET",
                                "/mlflow/v2.0" + fork.workspace("dev") + "/api/2.0/mlflow/runs/get?run_id=job1",
                                ""))
                        .at("/run/info/status")
                        .asText())
                .isEqualTo("FINISHED");
        assertThat(score(fork)).isEqualTo(score(azure)).startsWith("[");
    }

    @Test
    void what_happens_in_a_fork_stays_there() {
        var resources = azure.emulator.resources();
        var ledger = azure.emulator.ledger();
        AzureMl fork = new AzureMl(azure.emulator.fork(2));

        fork.submit("job2", fork.aJob());
        fork.pass(Duration.ofMinutes(2));
        fork.arm("DELETE", "/onlineEndpoints/diabetes/deployments/blue", "");
        fork.pass(Duration.ofMinutes(1));

        assertThat(fork.jobStatus("job2")).isEqualTo("Completed");
        assertThat(score(fork)).doesNotStartWith("[");
        assertThat(azure.emulator.resources()).isEqualTo(resources);
        assertThat(azure.emulator.ledger()).isEqualTo(ledger);
        assertThat(azure.get("/jobs/job2").status()).isEqualTo(404);
        assertThat(score(azure)).startsWith("[");
    }

    @Test
    void what_is_under_way_is_not_forked() {
        azure.submit("job2", azure.aJob());

        assertThatIllegalStateException()
                .isThrownBy(() -> azure.emulator.fork(2))
                .withMessageContaining("under way");
    }

    private static String score(AzureMl azure) {
        URI scoring = URI.create(json(azure.get("/onlineEndpoints/diabetes"))
                .at("/properties/scoringUri")
                .asText());
        String key = json(azure.arm("POST", "/onlineEndpoints/diabetes/listKeys", ""))
                .at("/primaryKey")
                .asText();
        return azure.send(
                        scoring,
                        "POST",
                        "{'input_data':[[1,2]]}",
                        Map.of("Authorization", "Bearer " + key, "azureml-model-deployment", "blue"))
                .bodyText();
    }
}

package io.jenkins.plugins.azml.emulator;

import static io.jenkins.plugins.azml.emulator.AzureMl.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.http.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private final AzureMl azure = new AzureMl();

    @BeforeEach
    void everything_is_there() {
        azure.givenEverythingThatAJobNeeds();
    }

    @Test
    void code_is_found_by_its_hash_under_any_name() {
        Reply found = azure.get("/codes/some-fresh-name/versions?hash=abc&hashVersion=202208");

        assertThat(json(found).at("/value/0/id").asText()).isEqualTo(azure.id("/codes/c1/versions/1"));
        assertThat(json(azure.get("/codes/c1/versions?hash=other")).path("value"))
                .isEmpty();
    }

    @Test
    void each_upload_of_code_has_a_container_of_its_own_and_a_repeated_one_the_same() {
        String first = upload("a");

        assertThat(upload("b")).isNotEqualTo(first);
        assertThat(upload("a")).isEqualTo(first);
    }

    @Test
    void a_version_is_the_same_when_written_again_and_its_content_is_fixed() {
        String image = "{'properties':{'image':'img','condaFile':'dependencies: []'}}";

        assertThat(azure.put("/environments/sk/versions/1", image).status()).isEqualTo(200);
        assertThat(azure.put("/environments/sk/versions/1", image.replace("img", "other"))
                        .status())
                .isEqualTo(400);
        String moved =
                "{'properties':{'dataType':'uri_folder','dataUri':'azureml://datastores/workspaceblobstore/paths/elsewhere'}}";
        assertThat(azure.put("/data/patients/versions/1", moved).bodyText()).contains("Asset paths cannot be updated.");
    }

    @Test
    void the_next_version_and_the_latest_follow_from_what_is_there() {
        azure.pass(Duration.ofSeconds(1));
        azure.put("/environments/sk/versions/9", "{'properties':{'image':'img'}}");

        assertThat(json(azure.get("/environments/sk"))
                        .at("/properties/nextVersion")
                        .asText())
                .isEqualTo("10");
        Reply latest = azure.get("/environments/sk/versions?$orderBy=createdtime%20desc&$top=1");
        assertThat(json(latest).path("value")).hasSize(1);
        assertThat(json(latest).at("/value/0/name").asText()).isEqualTo("9");
        assertThat(azure.get("/environments/unknown").status()).isEqualTo(404);
    }

    @Test
    void unknown_fields_are_named() {
        Reply reply = azure.put("/environments/x/versions/1", "{'properties':{'image':'i','colour':'red'},'also':1}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.bodyText()).contains("properties.colour").contains("also");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/codes/c1/versions/1/startPendingUpload", "/datastores/workspaceblobstore/listSecrets"})
    void unknown_fields_of_an_action_are_named(String action) {
        Reply reply = azure.arm("POST", action, "{'colour':'red'}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.bodyText()).contains("has unknown fields: colour.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://169.254.169.254/latest",
                "https://example.test/data.csv",
                "azureml://datastores/workspaceblobstore/paths/../../x",
                "azureml://datastores/missing/paths/x"
            })
    void data_outside_the_workspaces_own_storage_is_refused(String uri) {
        Reply reply = azure.put("/data/d/versions/1", "{'properties':{'dataType':'uri_file','dataUri':'" + uri + "'}}");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void a_model_must_be_somewhere() {
        Reply reply = azure.put(
                "/models/m/versions/1",
                "{'properties':{'modelUri':'azureml://datastores/workspaceblobstore/paths/nothing'}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(azure.put(
                                "/models/m/versions/1",
                                "{'properties':{'modelUri':'azureml://jobs/none/outputs/artifacts/paths/model'}}")
                        .bodyText())
                .contains("'none'");
    }

    @Test
    void a_models_properties_stay_as_they_were_written_and_others_may_be_added() {
        String model = "{'properties':{'modelUri':'azureml://datastores/workspaceblobstore/paths/patients',"
                + "'properties':{%s}}}";

        azure.put("/models/m/versions/1", model.formatted("'run':'one'"));
        Reply other = azure.put("/models/m/versions/1", model.formatted("'run':'two'"));
        Reply more = azure.put("/models/m/versions/1", model.formatted("'colour':'red'"));

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.bodyText()).contains("'run' cannot be changed");
        assertThat(json(more).at("/properties/properties").toString())
                .isEqualTo("{\"colour\":\"red\",\"run\":\"one\"}");
    }

    @Test
    void dev_and_prod_do_not_see_each_others_assets() {
        assertThat(azure.send("GET", azure.workspace("prod") + "/environments/sk/versions/1?api-version=1", "")
                        .status())
                .isEqualTo(404);
    }

    private String upload(String name) {
        return json(azure.arm("POST", "/codes/" + name + "/versions/1/startPendingUpload", "{}"))
                .at("/blobReferenceForConsumption/blobUri")
                .asText();
    }
}

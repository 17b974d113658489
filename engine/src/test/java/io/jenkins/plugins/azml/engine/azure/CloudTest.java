package io.jenkins.plugins.azml.engine.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Answers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {
    private static final String METADATA_URL = "https://127.0.0.1:18443/metadata/endpoints?api-version=2019-05-01";
    private static final String ENTRY = """
            {"name":"Loop","portal":"https://portal.azure.com","resourceManager":"https://127.0.0.1:18443/",
             "authentication":{"loginEndpoint":"https://127.0.0.1:18443/login/"},"suffixes":{"storage":"core.windows.net"}}""";

    @ParameterizedTest
    @CsvSource({
        "AzureCloud, https://management.azure.com/x, true",
        "AzureCloud, https://westeurope.management.azure.com/x, true",
        "AzureCloud, https://westeurope.api.azureml.ms/history, true",
        "AzureCloud, https://guid.workspace.westeurope.api.azureml.ms/mlflow, true",
        "AzureCloud, https://westeurope.api.azureml.ms:444/history, false",
        "AzureCloud, http://westeurope.api.azureml.ms/history, false",
        "AzureCloud, https://api.azureml.ms.evil.test/history, false",
        "AzureCloud, https://evil-api.azureml.ms/history, false",
        "AzureCloud, https://account.blob.core.windows.net/c, false",
        "AzureCloud, https://e.westeurope.inference.ml.azure.com/score, false",
        "AzureCloud, https://management.chinacloudapi.cn/x, false",
        "AzureChinaCloud, https://management.chinacloudapi.cn/x, true",
        "AzureChinaCloud, https://chinaeast2.api.ml.azure.cn/x, true",
        "AzureUSGovernment, https://management.usgovcloudapi.net/x, true",
        "azureusgovernment, https://usgovarizona.api.ml.azure.us/x, true"
    })
    void a_named_cloud_gives_its_tokens_to_its_own_hosts(String name, URI url, boolean mayReceive) {
        Cloud cloud = cloud(Map.of("AZUREML_CURRENT_CLOUD", name), "");

        assertThat(cloud.tokenHosts().mayReceiveToken(url)).isEqualTo(mayReceive);
    }

    @Test
    void an_endpoints_key_goes_to_scoring_hosts_alone() {
        var hosts = Cloud.PUBLIC.scoringHosts();

        assertThat(hosts.mayReceiveToken(URI.create("https://e.westeurope.inference.ml.azure.com/score")))
                .isTrue();
        assertThat(hosts.mayReceiveToken(URI.create("https://management.azure.com/score")))
                .isFalse();
    }

    @Test
    void without_a_word_it_is_the_public_one() {
        assertThat(cloud(Map.of(), "")).isEqualTo(Cloud.PUBLIC);
        assertThat(Cloud.PUBLIC.isWellKnown()).isTrue();
    }

    @Test
    void a_name_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> cloud(Map.of("AZUREML_CURRENT_CLOUD", "Mars"), ""))
                .isInstanceOf(ProblemException.class)
                .hasMessage("AZUREML_CURRENT_CLOUD is 'Mars'; expected one of AzureCloud, AzureChinaCloud,"
                        + " AzureUSGovernment, or ARM_CLOUD_METADATA_URL set to where it is described");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "[{\"name\":\"Other\",\"resourceManager\":\"https://other.test/\"}, %s]"})
    void a_private_cloud_on_loopback_serves_everything_itself(String document) {
        Cloud cloud = cloud(Map.of("ARM_CLOUD_METADATA_URL", METADATA_URL), document.formatted(ENTRY));

        assertThat(cloud.resourceManager()).hasToString("https://127.0.0.1:18443");
        assertThat(cloud.login()).hasToString("https://127.0.0.1:18443/login");
        assertThat(cloud.studio()).hasToString("https://ml.azure.com");
        assertThat(cloud.isWellKnown()).isFalse();
        assertThat(cloud.tokenHosts().mayReceiveToken(URI.create("https://127.0.0.1:18443/mlflow")))
                .isTrue();
        assertThat(cloud.tokenHosts().mayReceiveToken(URI.create("https://127.0.0.1:18444/mlflow")))
                .isFalse();
        assertThat(cloud.tokenHosts().mayReceiveToken(URI.create("https://westeurope.api.azureml.ms/x")))
                .isFalse();
        assertThat(cloud.scoringHosts().mayReceiveToken(URI.create("https://127.0.0.1:18443/score")))
                .isTrue();
    }

    @Test
    void a_private_cloud_elsewhere_names_its_hosts_by_its_portal() {
        String entry = ENTRY.replace("127.0.0.1:18443", "management.azure.mars.test")
                .replace("portal.azure.com", "portal.azure.mars.test");
        Cloud cloud =
                cloud(Map.of("ARM_CLOUD_METADATA_URL", "https://management.azure.mars.test/metadata/endpoints"), entry);

        assertThat(cloud.studio()).hasToString("https://ml.azure.mars.test");
        assertThat(cloud.tokenHosts().mayReceiveToken(URI.create("https://north.api.ml.azure.mars.test/x")))
                .isTrue();
    }

    @Test
    void the_public_clouds_own_description_is_the_public_cloud() {
        String entry = ENTRY.replace("127.0.0.1:18443", "management.azure.com");

        assertThat(cloud(Map.of("ARM_CLOUD_METADATA_URL", "https://management.azure.com/metadata/endpoints"), entry))
                .isEqualTo(Cloud.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "3",
                "[]",
                "127.0.0.1:18443/\" > evil.test/\"",
                "Manager\":\"https > Manager\":\"http",
                "127.0.0.1:18443/\" > 127.0.0.1:18443@evil.test/\"",
                "Endpoint\":\"https > Endpoint\":\"http",
                "core.windows.net > core.windows.net/x",
                "portal > gate"
            })
    void a_description_that_is_not_right_is_refused(String change) {
        String[] parts = change.split(" > ");
        String document = parts.length == 2 ? ENTRY.replace(parts[0], parts[1]) : change;
        assertThat(document).isNotEqualTo(ENTRY);

        assertThatThrownBy(() -> cloud(Map.of("ARM_CLOUD_METADATA_URL", METADATA_URL), document))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER))
                .hasMessageContaining("ARM_CLOUD_METADATA_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:18443/metadata", "127.0.0.1:18443", "https://me@127.0.0.1/x", "https:// x"})
    void the_description_is_fetched_over_tls_or_not_at_all(String url) {
        assertThatThrownBy(() -> cloud(Map.of("ARM_CLOUD_METADATA_URL", url), ENTRY))
                .isInstanceOf(ProblemException.class)
                .hasMessage("ARM_CLOUD_METADATA_URL is '" + url + "'; expected an https address");
    }

    @Test
    void an_address_that_does_not_answer_is_named() {
        Transport away = request -> {
            throw new IOException("nothing listens on 127.0.0.1:18443; is the emulator running?");
        };

        assertThatThrownBy(() -> new CloudMetadata(Map.of("ARM_CLOUD_METADATA_URL", METADATA_URL), away).cloud())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNREACHABLE))
                .hasMessage(
                        "could not read the cloud's addresses from https://127.0.0.1:18443/metadata/endpoints, which"
                                + " ARM_CLOUD_METADATA_URL names: nothing listens on 127.0.0.1:18443; is the emulator running?");
    }

    @Test
    void another_login_may_be_named() {
        assertThat(cloud(Map.of("AZURE_AUTHORITY_HOST", "https://login.test/"), "")
                        .login())
                .hasToString("https://login.test");
    }

    private static Cloud cloud(Map<String, String> environment, String description) {
        return new CloudMetadata(environment, request -> Answers.of(200, description)).cloud();
    }
}

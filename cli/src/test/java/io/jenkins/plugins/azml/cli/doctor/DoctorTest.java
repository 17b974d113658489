package io.jenkins.plugins.azml.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    @TempDir
    private Path folder;

    private Shell shell(Map<String, String> environment) {
        return new Terminal(folder, environment).shell();
    }

    /** Each named variable with a value that must not be seen. */
    private static Map<String, String> variables(String names) {
        Map<String, String> variables = new HashMap<>();
        Arrays.stream(names.split(" ")).forEach(name -> variables.put(name, "S3CRET"));
        return variables;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    AZML_TOKEN                                                          | GOOD    | token, from AZML_TOKEN
                    AZURE_TENANT_ID AZURE_CLIENT_ID AZURE_CLIENT_SECRET                 | GOOD    | client-secret, from AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET
                    AZURE_TENANT_ID AZURE_CLIENT_ID AZURE_CLIENT_CERTIFICATE_PATH       | GOOD    | client-certificate, from AZURE_TENANT_ID,
                    AZURE_TENANT_ID AZURE_CLIENT_ID AZURE_FEDERATED_TOKEN_FILE          | GOOD    | workload-identity, from AZURE_TENANT_ID,
                    IDENTITY_ENDPOINT IDENTITY_HEADER                                   | GOOD    | identity-endpoint, from IDENTITY_ENDPOINT, IDENTITY_HEADER
                    AZURE_CLIENT_ID AZURE_CLIENT_SECRET                                 | WARNING | AZURE_CLIENT_SECRET is set, but for client-secret there lacks AZURE_TENANT_ID
                    PATH                                                                | WARNING | none in the environment, and 'az' is not on the path
                    """)
    void the_credential_is_named_by_the_variables_that_it_comes_from(String names, Finding.State state, String words) {
        Finding finding = new CredentialCheck(shell(variables(names))).finding();

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.detail()).startsWith(words).doesNotContain("S3CRET");
        assertThat(finding.fix().isEmpty()).isEqualTo(state == Finding.State.GOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    client-secret | WARNING | client-secret, as AZML_CREDENTIAL says, but not set: AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET
                    azure-cli     | GOOD    | azure-cli, as AZML_CREDENTIAL says
                    magic         | WARNING | AZML_CREDENTIAL is 'magic'; expected one of token,
                    """)
    void a_chosen_credential_is_checked_for_what_it_needs(String choice, Finding.State state, String words) {
        Finding finding = new CredentialCheck(shell(Map.of("AZML_CREDENTIAL", choice))).finding();

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.detail()).startsWith(words);
    }

    @Test
    void the_azure_cli_is_found_on_the_path() throws Exception {
        Path az = Files.createFile(folder.resolve("az"));
        assertThat(az.toFile().setExecutable(true)).isTrue();

        Finding finding = new CredentialCheck(shell(Map.of("PATH", folder.toString()))).finding();

        assertThat(finding.detail()).contains("azure-cli (" + az + ")");
    }

    @Test
    void proxy_and_authorities_are_shown_without_a_password() throws Exception {
        Path bundle = Files.writeString(folder.resolve("ca.pem"), "no certificate");

        var findings = new NetworkCheck(shell(Map.of(
                        "HTTPS_PROXY", "http://me:S3CRET@proxy.example:8080", "AZML_CA_BUNDLE", bundle.toString())))
                .findings();

        assertThat(findings)
                .extracting(Finding::what, Finding::state)
                .containsExactly(tuple("proxy", Finding.State.GOOD), tuple("authorities", Finding.State.BAD));
        assertThat(findings.get(0).detail()).isEqualTo("proxy.example:8080");
        assertThat(findings.get(1).detail()).contains("AZML_CA_BUNDLE", bundle.toString(), "no PEM certificate");
    }
}

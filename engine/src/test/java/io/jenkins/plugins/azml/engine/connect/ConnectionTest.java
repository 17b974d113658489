package io.jenkins.plugins.azml.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Peer;
import io.jenkins.plugins.azml.engine.rest.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From environment variables to an answer, over real TLS on loopback. */
class ConnectionTest {
    private static final TestAuthority CERTIFICATES = new TestAuthority();

    @TempDir
    Path folder;

    @Test
    void the_variables_that_an_emulator_exports_are_enough() {
        try (Peer azure = Peer.tls(CERTIFICATES.serving("127.0.0.1"), ConnectionTest::answer);
                Peer identity = Peer.plain(
                        exchange -> exchange.reply(200, "{\"access_token\":\"loop\",\"expires_on\":\"9999999999\"}"))) {
            Connection connection = Connection.shortLived(
                    Map.of(
                            "ARM_CLOUD_METADATA_URL",
                                    azure.url("/metadata/endpoints?api-version=2019-05-01")
                                            .toString(),
                            "IDENTITY_ENDPOINT", identity.url("/msi/token").toString(),
                            "IDENTITY_HEADER", "x",
                            "REQUESTS_CA_BUNDLE", CERTIFICATES.pemIn(folder).toString(),
                            "HTTPS_PROXY", "http://no-such-proxy.test:1"),
                    "azml/test");

            var facts = connection.workspace(new WorkspaceId("s", "g", "dev")).facts();

            assertThat(facts.location()).isEqualTo("loop");
            assertThat(azure.connections()).isEqualTo(1);
            assertThat(azure.exchanges().get(0).headers()).doesNotContainKey("Authorization");
            assertThat(azure.exchanges().get(1).headers()).containsEntry("Authorization", "Bearer loop");
            assertThat(identity.exchanges().get(0).line())
                    .contains("resource=https%3A%2F%2F127.0.0.1%3A" + azure.port());
        }
    }

    @Test
    void a_token_stays_with_its_cloud() {
        Connection connection = Connection.shortLived(Map.of("AZML_TOKEN", "given"), "azml/test");

        assertThatThrownBy(() -> connection.pipeline().send(Call.get("look", URI.create("https://evil.test/"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.HOST_NOT_LISTED));
    }

    private static void answer(Peer.Exchange exchange) throws IOException {
        String self = "https://127.0.0.1:" + exchange.socket().getLocalPort() + "/";
        if (exchange.line().startsWith("GET /metadata/endpoints")) {
            exchange.reply(
                    200,
                    "[{\"name\":\"Loop\",\"portal\":\"https://portal.azure.com\",\"resourceManager\":\"" + self
                            + "\",\"authentication\":{\"loginEndpoint\":\"" + self
                            + "\"},\"suffixes\":{\"storage\":\"core.windows.net\"}}]");
        } else {
            exchange.reply(200, "{\"location\":\"loop\",\"properties\":{}}");
        }
    }
}

package io.jenkins.plugins.azml.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Network;
import io.jenkins.plugins.azml.engine.rest.Peer;
import io.jenkins.plugins.azml.engine.rest.TestAuthority;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** azure-identity itself, against a login on loopback. */
class AzureIdentityTest {
    private static final TestAuthority CERTIFICATES = new TestAuthority();
    private static final String TOKEN =
            "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"ext_expires_in\":3600,\"access_token\":\"fetched\"}";

    @TempDir
    Path folder;

    @Test
    void a_service_principal_signs_in_by_secret_over_our_own_transport() {
        try (Peer login = login(200, TOKEN)) {
            TokenSource tokens = tokens(login, Map.of("AZURE_CLIENT_SECRET", "hunter2"));

            assertThat(tokens.token(false)).isEqualTo("fetched");
            var asked = login.exchanges().get(login.exchanges().size() - 1);
            assertThat(asked.line()).startsWith("POST /tenant-1/oauth2/v2.0/token");
            assertThat(asked.text()).contains("client_secret=hunter2", "https%3A%2F%2Fmanagement.test%2F.default");
        }
    }

    @Test
    void a_fresh_token_is_really_fetched_again() {
        try (Peer login = login(200, TOKEN)) {
            TokenSource tokens = tokens(login, Map.of("AZURE_CLIENT_SECRET", "hunter2"));
            tokens.token(false);
            int before = posts(login);

            tokens.token(false);
            assertThat(posts(login)).isEqualTo(before);
            tokens.token(true);
            assertThat(posts(login)).isEqualTo(before + 1);
        }
    }

    @Test
    void a_workload_signs_in_by_the_token_in_its_file() throws IOException {
        Path file = Files.writeString(folder.resolve("federated"), "assertion-1");
        try (Peer login = login(200, TOKEN)) {
            TokenSource tokens = tokens(login, Map.of("AZURE_FEDERATED_TOKEN_FILE", file.toString()));

            assertThat(tokens.token(false)).isEqualTo("fetched");
            assertThat(login.exchanges().get(login.exchanges().size() - 1).text())
                    .contains("client_assertion=assertion-1");
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        try (Peer login = login(200, TOKEN)) {
            TokenSource tokens = tokens(login, Map.of("AZURE_CLIENT_CERTIFICATE_PATH", "/none/me.pem"));

            assertThatThrownBy(() -> tokens.token(false))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("no token by client-certificate: AZURE_CLIENT_CERTIFICATE_PATH names '/none/me.pem',"
                            + " which cannot be read");
        }
    }

    @Test
    void a_login_that_refuses_is_quoted_and_the_secret_is_not() {
        String refusal =
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret provided."
                        + " To mitigate this issue, please refer to the guidelines.\"}";
        try (Peer login = login(401, refusal)) {
            TokenSource tokens = tokens(login, Map.of("AZURE_CLIENT_SECRET", "hunter2"));

            assertThatThrownBy(() -> tokens.token(false))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("no token by client-secret: AADSTS7000215: Invalid client secret provided.")
                    .hasMessageNotContaining("To mitigate this issue")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void nothing_of_it_is_loaded_for_a_given_token_or_an_identity_endpoint() throws Exception {
        ClassLoader withoutAzure = new WithoutAzure(getClass().getClassLoader());
        Class<?> program = withoutAzure.loadClass(Program.class.getName());

        assertThat(program.getMethod("given").invoke(null)).isEqualTo("given");
        assertThat(program.getMethod("endpoint").invoke(null)).isEqualTo("by endpoint");
        assertThatThrownBy(() -> program.getMethod("secret").invoke(null))
                .hasRootCauseInstanceOf(ClassNotFoundException.class)
                .rootCause()
                .hasMessageStartingWith("com.azure.");
    }

    private TokenSource tokens(Peer login, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AZURE_TENANT_ID", "tenant-1");
        environment.put("AZURE_CLIENT_ID", "client-1");
        environment.put("AZML_CA_BUNDLE", CERTIFICATES.pemIn(folder).toString());
        Transport transport = Network.from(environment, "azml/test").longLived();
        Authority authority = new Authority(login.url(""), "https://management.test", false);
        return new Credentials(environment, authority, transport, transport, InstantSource.system()).tokens();
    }

    private static Peer login(int status, String answer) {
        return Peer.tls(CERTIFICATES.serving("127.0.0.1"), exchange -> {
            if (exchange.line().startsWith("POST")) {
                exchange.reply(status, answer, "Content-Type: application/json");
            } else {
                exchange.reply(404, "{}", "Content-Type: application/json");
            }
        });
    }

    private static int posts(Peer login) {
        List<Peer.Exchange> all = login.exchanges();
        return (int) all.stream()
                .filter(exchange -> exchange.line().startsWith("POST"))
                .count();
    }

    /** What runs in a class loader without azure-identity. */
    public static final class Program {
        private Program() {}

        public static String given() {
            return run(Map.of("AZML_TOKEN", "given"));
        }

        public static String endpoint() {
            return run(Map.of("IDENTITY_ENDPOINT", "http://127.0.0.1:1/token", "IDENTITY_HEADER", "x"));
        }

        public static String secret() {
            return run(Map.of("AZURE_TENANT_ID", "t", "AZURE_CLIENT_ID", "c", "AZURE_CLIENT_SECRET", "s"));
        }

        private static String run(Map<String, String> environment) {
            Transport transport = request -> io.jenkins.plugins.azml.engine.rest.Answers.of(
                    200, "{\"access_token\":\"by endpoint\",\"expires_on\":9999999999}");
            Authority authority = new Authority(URI.create("https://login.test"), "https://management.test", true);
            return new Credentials(environment, authority, transport, transport, InstantSource.system())
                    .tokens()
                    .token(false);
        }
    }

    /** Loads our own classes anew, and none of azure-identity. */
    private static final class WithoutAzure extends ClassLoader {
        WithoutAzure(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.azure.") || name.startsWith("com.microsoft.") || name.startsWith("reactor.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith("io.jenkins.plugins.azml.")) {
                loaded = defined(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

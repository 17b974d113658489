package io.jenkins.plugins.azml.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.emulator.security.CertificateAuthority;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTest {
    @TempDir
    Path folder;

    @Test
    void a_client_that_trusts_the_authority_finds_cloud_token_and_workspace_by_the_environment() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            Map<String, String> variables =
                    Environment.of(emulator.ready(), "dev").variables();

            String metadata =
                    get(variables.get("ARM_CLOUD_METADATA_URL"), Map.of()).body();
            String token = token(variables);
            HttpResponse<String> workspace = get(
                    emulator.ready().secure() + "/subscriptions/" + variables.get("AZURE_SUBSCRIPTION_ID")
                            + "/resourceGroups/"
                            + variables.get("AZURE_RESOURCE_GROUP")
                            + "/providers/Microsoft.MachineLearningServices/workspaces/dev?api-version=2025-12-01",
                    Map.of("Authorization", "Bearer " + token));

            assertThat(metadata).contains(emulator.ready().secure() + "/");
            assertThat(workspace.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_second_emulator_in_the_folder_is_refused_and_the_files_are_for_their_owner() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            assertThatThrownBy(() -> Emulator.start(EmulatorOptions.in(folder).withTwins()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.toString());
            assertThat(Ready.read(folder)).contains(emulator.ready());
            assertThat(permissions("ready.json")).isEqualTo("rw-------");
            assertThat(permissions("tls/server.key")).isEqualTo("rw-------");
            assertThat(permissions("tls/ca.pem")).isEqualTo("rw-r--r--");
        }
        assertThat(Ready.read(folder)).isEmpty();
    }

    @Test
    void the_authority_and_the_ports_stay_the_same_over_a_restart() throws Exception {
        URI first;
        String authority;
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            first = emulator.ready().secure();
            authority = Files.readString(emulator.ready().authority());
        }

        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            assertThat(emulator.ready().secure()).isEqualTo(first);
            assertThat(Files.readString(emulator.ready().authority())).isEqualTo(authority);
        }
    }

    @Test
    void a_port_that_another_process_has_is_named() {
        try (Emulator emulator =
                Emulator.start(EmulatorOptions.in(folder.resolve("a")).withTwins())) {
            int taken = emulator.ready().secure().getPort();
            EmulatorOptions same = new EmulatorOptions(
                    folder.resolve("b"), new EmulatorOptions.Ports(taken, 0, 0), java.util.List.of("dev"), false, true);

            assertThatThrownBy(() -> Emulator.start(same)).hasMessageContaining(String.valueOf(taken));
        }
    }

    @Test
    void clients_that_never_finish_their_request_do_not_keep_others_out() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            Socket[] idle = new Socket[100];
            for (int i = 0; i < idle.length; i++) {
                idle[i] = new Socket("127.0.0.1", emulator.ready().plain().getPort());
                idle[i].getOutputStream()
                        .write("GET /msi/token HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(token(Environment.of(emulator.ready(), "dev").variables()))
                    .isNotEmpty();

            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void a_truncated_answer_ends_early_on_the_socket() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(folder).withTwins())) {
            Map<String, String> variables =
                    Environment.of(emulator.ready(), "dev").variables();
            String fault = "{\"operation\":\"ManagedIdentity_Token\",\"fault\":\"truncate\",\"bytes\":10}";
            HttpRequest add = HttpRequest.newBuilder(emulator.ready().secure().resolve("/_emulator/faults"))
                    .header("Authorization", "Bearer " + token(variables))
                    .POST(HttpRequest.BodyPublishers.ofString(fault))
                    .build();
            assertThat(client().send(add, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);

            try (Socket socket =
                            new Socket("127.0.0.1", emulator.ready().plain().getPort());
                    InputStream answer = socket.getInputStream()) {
                String request = "GET /msi/token?resource=x HTTP/1.1\r\nHost: "
                        + emulator.ready().plain().getAuthority() + "\r\nX-IDENTITY-HEADER: "
                        + emulator.ready().identityHeader() + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);

                assertThat(text).startsWith("HTTP/1.1 200");
                assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).hasSize(10);
            }
        }
    }

    @Test
    void another_process_starts_it_asks_for_it_and_ends_it() {
        EmulatorProcess process = new EmulatorProcess(folder);

        Ready ready = process.start(EmulatorOptions.in(folder).withTwins(), Duration.ofMinutes(1));

        assertThat(process.status()).contains(ready);
        assertThat(process.environment("prod").orElseThrow().variables())
                .containsEntry("AZUREML_WORKSPACE_NAME", "prod");
        assertThat(process.stop()).isTrue();
        assertThat(process.status()).isEmpty();
        assertThat(process.stop()).isFalse();
        process.reset();
        assertThat(folder).doesNotExist();
    }

    @Test
    void after_a_kill_the_next_start_takes_the_folder_over() throws Exception {
        EmulatorProcess process = new EmulatorProcess(folder);
        Ready first = process.start(EmulatorOptions.in(folder).withTwins(), Duration.ofMinutes(1));
        ProcessHandle killed = first.process().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get();

        assertThat(process.status()).isEmpty();
        Ready second = process.start(EmulatorOptions.in(folder).withTwins(), Duration.ofMinutes(1));

        assertThat(second.secure()).isEqualTo(first.secure());
        assertThat(second.identityHeader()).isEqualTo(first.identityHeader());
        process.stop();
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private String token(Map<String, String> variables) throws Exception {
        HttpResponse<String> reply = get(
                variables.get("IDENTITY_ENDPOINT") + "?resource=https://management.azure.com",
                Map.of("X-IDENTITY-HEADER", variables.get("IDENTITY_HEADER")));
        return Json.read(reply.body().getBytes(StandardCharsets.UTF_8))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> get(String url, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(request::header);
        return client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(CertificateAuthority.in(folder.resolve("tls"), InstantSource.system())
                        .trusting())
                .build();
    }
}

package io.jenkins.plugins.azml.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private final AzureMl azure = new AzureMl();
    private final Map<String, String> bearer = Map.of("Authorization", "Bearer " + azure.token);

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "127.evil.test", "127.0.0.1", "127.0.0.1:8443.evil.test", ""})
    void another_host_is_refused(String host) {
        assertThat(ask(Headers.none().with("Host", host)).status()).isEqualTo(421);
    }

    @Test
    void a_missing_host_and_two_hosts_are_refused() {
        assertThat(ask(Headers.none()).status()).isEqualTo(421);
        assertThat(ask(Headers.none().with("Host", "127.0.0.1:8443").and("Host", "127.0.0.1:8443"))
                        .status())
                .isEqualTo(421);
    }

    @Test
    void a_web_page_is_refused_and_gets_no_cors_header() {
        Headers page = Headers.none()
                .with("Host", "127.0.0.1:8443")
                .with("Origin", "https://evil.test")
                .with("Authorization", "Bearer " + azure.token);

        Reply reply = ask(page);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.headers().first("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer x.y.z", "Basic abc", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void a_wrong_token_is_refused(String authorization) {
        Reply reply = ask(Headers.none().with("Host", "127.0.0.1:8443").with("Authorization", authorization));

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void a_token_of_another_start_and_an_expired_one_are_refused() {
        try (InMemoryEmulator other = Emulator.inMemory(2)) {
            assertThat(ask(Headers.none()
                                    .with("Host", "127.0.0.1:8443")
                                    .with("Authorization", "Bearer " + other.token()))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(azure.get("/jobs").status()).isEqualTo(200);
        azure.pass(Duration.ofMinutes(61));
        assertThat(azure.get("/jobs").status()).isEqualTo(401);
    }

    @Test
    void the_token_comes_over_http_for_the_header_only_and_nothing_else_does() {
        URI token =
                URI.create("http://127.0.0.1:8080/msi/token?api-version=2019-08-01&resource=https://127.0.0.1:8443");

        assertThat(azure.send(token, "GET", "", Map.of("X-IDENTITY-HEADER", "guess"))
                        .status())
                .isEqualTo(401);
        assertThat(azure.send(token, "GET", "", Map.of()).status()).isEqualTo(401);
        URI jobs = URI.create("http://127.0.0.1:8080" + azure.workspace("dev") + "/jobs?api-version=1");
        assertThat(azure.send(jobs, "GET", "", bearer).status()).isEqualTo(403);
    }

    @Test
    void an_arm_call_needs_some_api_version() {
        assertThat(azure.send("GET", azure.workspace("dev") + "/jobs", "").bodyText())
                .contains("api-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/..%2fx",
                "/jobs/%2e%2e",
                "/jobs/a%00b",
                "/jobs/a%5Cb",
                "/jobs/a%2Fb",
                "/jobs/%D0%B0bc",
                "/jobs/a%zz",
                "/jobs//x"
            })
    void names_that_are_none_are_refused(String path) {
        Request request = new Request(
                "GET",
                azure.workspace("dev") + path,
                Map.of("api-version", "1"),
                Headers.none().with("Host", "127.0.0.1:8443").with("Authorization", "Bearer " + azure.token),
                new byte[0]);

        assertThat(azure.emulator.handle(request).status()).isEqualTo(400);
    }

    @Test
    void a_name_of_300_characters_is_refused() {
        assertThat(azure.get("/jobs/" + "a".repeat(300)).status()).isEqualTo(400);
    }

    @Test
    void what_is_not_built_says_so_by_its_name_and_an_unknown_workspace_is_named() {
        assertThat(azure.put("/schedules/nightly", "{}").status()).isEqualTo(501);
        assertThat(azure.put("/schedules/nightly", "{}").bodyText()).contains("Schedules_CreateOrUpdate");
        assertThat(azure.send("GET", azure.workspace("staging") + "/jobs?api-version=1", "")
                        .bodyText())
                .contains("staging")
                .contains("[dev, prod]");
    }

    @Test
    void no_request_in_the_log_shows_a_signature_or_token() {
        azure.givenEverythingThatAJobNeeds();

        assertThat(azure.emulator.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.toString()).doesNotContain("sig=").doesNotContain(azure.token);
        });
    }

    private Reply ask(Headers headers) {
        return azure.emulator.handle(
                new Request("GET", azure.workspace("dev") + "/jobs", Map.of("api-version", "1"), headers, new byte[0]));
    }
}

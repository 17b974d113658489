package io.jenkins.plugins.azml.engine.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Answers;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that come with answers: none of them leads a token or a key elsewhere. */
class HostileAddressTest {
    private static final URI ARM = URI.create("https://arm.test");
    private static final Hosts HOSTS = new Hosts(Set.of("arm.test"), Set.of(".inference.test"));

    private final List<URI> sent = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/next",
                "http://arm.test/next",
                "https://arm.test:8443/next",
                "https://arm.test@evil.test/next",
                "https://127.0.0.1/next",
                "https://169.254.169.254/metadata/identity",
                "file:///etc/passwd",
                "//evil.test/next",
                "next"
            })
    void a_next_page_elsewhere_is_not_asked_for(String link) {
        Workspace workspace = answering("{\"value\":[],\"nextLink\":" + Json.write(link) + "}");
        URI next = workspace.jobs().list("t").next().orElseThrow();

        assertNotListed(() -> workspace.jobs().page(next));
        assertNotListed(() -> workspace.models().list("m"));
        assertThat(sent).allSatisfy(url -> assertThat(url.getAuthority()).isEqualTo("arm.test"));
    }

    @Test
    void a_next_page_that_is_no_address_is_an_answer_that_cannot_be_read() {
        Workspace workspace = answering("{\"value\":[],\"nextLink\":\"https://[arm.test/ x\"}");

        assertThatThrownBy(() -> workspace.jobs().list("t"))
                .isInstanceOfSatisfying(
                        Unsettled.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER))
                .hasMessageContaining("'nextLink' is no address");
    }

    @Test
    void pages_of_versions_that_lead_in_a_circle_are_read_once() {
        Workspace workspace = answering("{\"value\":[],\"nextLink\":\"https://arm.test/again\"}");

        assertThat(workspace.models().list("m")).isEmpty();
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"azureml://evil.test/mlflow", "azureml://169.254.169.254/x"})
    void a_tracking_address_elsewhere_gets_no_token(String tracking) {
        Workspace workspace = answering(
                "{\"location\":\"x\",\"id\":\"w\",\"name\":\"w\",\"properties\":{\"discoveryUrl\":\"https://arm.test\",\"mlFlowTrackingUri\":"
                        + Json.write(tracking) + "}}");

        assertNotListed(() -> workspace.tracking().find("j"));
        assertNotListed(() -> workspace.runHistory().details("j"));
        assertThat(sent).allSatisfy(url -> assertThat(url.getAuthority()).isEqualTo("arm.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/score",
                "http://e.inference.test/score",
                "https://127.0.0.1/score",
                "https://169.254.169.254/score",
                "https://e.inference.test@evil.test/score",
                "javascript:alert(1)",
                "not an address"
            })
    void an_endpoints_key_is_not_even_asked_for_when_it_scores_elsewhere(String scoring) {
        Endpoint endpoint = new Endpoint("e", "Succeeded", Map.of(), Map.of(), scoring, JsonObject.empty());

        assertNotListed(() -> answering("{\"primaryKey\":\"k\"}")
                .scoring(HOSTS)
                .prepare(endpoint, new Scoring.Request("POST", null, "{}", null)));
        assertThat(sent).isEmpty();
    }

    @Test
    void an_answer_that_repeats_the_key_shows_asterisks() {
        Workspace workspace =
                answering("{\"primaryKey\":\"k3y-of-this-endpoint\",\"you sent\":\"k3y-of-this-endpoint\"}");
        Endpoint endpoint = new Endpoint(
                "e", "Succeeded", Map.of(), Map.of(), "https://e.inference.test/score", JsonObject.empty());

        Scoring.Reply reply = workspace
                .scoring(HOSTS)
                .prepare(endpoint, new Scoring.Request("POST", null, "{}", null))
                .get();

        assertThat(reply.body()).contains("\"you sent\":\"***\"").doesNotContain("k3y");
    }

    private static void assertNotListed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.HOST_NOT_LISTED));
    }

    private Workspace answering(String body) {
        Transport transport = request -> {
            sent.add(request.url());
            return Answers.of(200, body);
        };
        Pipeline pipeline = new Pipeline(transport, fresh -> "t", HOSTS, Budget.ofSubscription(), () -> Instant.EPOCH);
        return new Workspace(pipeline, new Blobs(pipeline), ARM, new WorkspaceId("s", "g", "w"));
    }
}

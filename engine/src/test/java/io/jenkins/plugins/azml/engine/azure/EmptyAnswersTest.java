package io.jenkins.plugins.azml.engine.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success whose body lacks what it is about: never taken for an absent resource or an empty one. */
class EmptyAnswersTest {
    private static final String HOST = "management.azure.test";

    private static Workspace answering(String json) {
        Transport transport = request -> new Transport.Response(
                200, new Headers(Map.of()), new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        Pipeline pipeline = new Pipeline(
                transport,
                fresh -> "token",
                new Hosts(Set.of(HOST), Set.of()),
                new Budget(1_000, 1_000),
                () -> Instant.EPOCH);
        return new Workspace(
                pipeline, new Blobs(pipeline), URI.create("https://" + HOST), new WorkspaceId("sub", "rg", "dev"));
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("workspace", true, Workspace::facts),
                call("job", true, workspace -> workspace.jobs().find("j")),
                call("jobs", true, workspace -> workspace.jobs().list("t")),
                call("submission", false, workspace -> workspace.jobs().put("j", Map.of())),
                call("model", true, workspace -> workspace.models().find("m", "1")),
                call("models", true, workspace -> workspace.models().list("m")),
                call("latest model", true, workspace -> workspace.models().latest("m")),
                call("next version", true, workspace -> workspace.models().nextVersion("m")),
                call("registration", false, workspace -> workspace.models().put("m", "1", Map.of())),
                call("code", true, workspace -> workspace.codes().findByHash("c", "0123456789abcdef")),
                call("upload", false, workspace -> workspace.codes().startUpload("c", "1")),
                call("code version", false, workspace -> workspace.codes().put("c", "1", "u", "h")),
                call("datastore", true, workspace -> workspace.datastores().find("d")),
                call("secrets", false, workspace -> workspace.datastores().sas("d")),
                call(
                        "resource",
                        true,
                        workspace -> workspace.resources().find(workspace.id().path() + "/environments/e/versions/1")),
                call("endpoint", true, workspace -> workspace.endpoints().find("e")),
                call("new endpoint", false, workspace -> workspace.endpoints().put("e", Map.of())),
                call("deployment", true, workspace -> workspace.endpoints().findDeployment("e", "d")),
                call("deployments", true, workspace -> workspace.endpoints().deployments("e")),
                call("new deployment", false, workspace -> workspace.endpoints().putDeployment("e", "d", Map.of())),
                call("keys", false, workspace -> workspace.endpoints().primaryKey("e")));
    }

    private static Arguments call(String what, boolean looks, Consumer<Workspace> call) {
        return Arguments.of(what, looks, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void an_answer_that_says_nothing_is_unreadable(String what, boolean looks, Consumer<Workspace> call) {
        assertThatThrownBy(() -> call.accept(answering("{}")))
                .asInstanceOf(type(Unsettled.class))
                .satisfies(unsettled -> assertThat(unsettled.mayHaveHappened()).isEqualTo(!looks))
                .extracting(Unsettled::problem)
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Running", "Finalizing", "Dreaming"})
    void a_job_that_has_not_ended_is_looked_at_again(String status) {
        Workspace workspace = answering("{\"name\": \"j\", \"properties\": {\"status\": \"" + status + "\"}}");

        assertThatThrownBy(() -> workspace.jobs().completed("j", "registered"))
                .isInstanceOf(Unsettled.class)
                .hasMessageContaining("only a completed job can be registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Canceled"})
    void a_job_that_has_ended_badly_is_refused(String status) {
        Workspace workspace = answering("{\"name\": \"j\", \"properties\": {\"status\": \"" + status + "\"}}");

        assertThatThrownBy(() -> workspace.jobs().completed("j", "registered"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is " + status);
    }
}

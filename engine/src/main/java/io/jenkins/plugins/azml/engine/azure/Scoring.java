package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.RetryAfter;
import io.jenkins.plugins.azml.engine.rest.Secrets;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scoring requests with an endpoint's key, which goes to listed hosts over TLS and nowhere else. */
public final class Scoring {
    private static final int LARGEST_BODY = 1 << 20;
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Set<Integer> ANY_STATUS =
            IntStream.range(100, 600).boxed().collect(Collectors.toUnmodifiableSet());

    private final Workspace workspace;
    private final Hosts hosts;

    /**
     * A request.
     *
     * @param path on the endpoint's host, or null for its scoring path
     * @param json the body, or null if there is none
     * @param deployment which one is to answer, or null to let the traffic decide
     */
    public record Request(
            String method,
            @Nullable String path,
            @Nullable String json,
            @Nullable String deployment) {}

    /**
     * An answer that was read whole; where it repeats the key, asterisks stand.
     *
     * @param notBefore how long the deployment asked to be left alone, or zero
     */
    public record Reply(int status, String body, Duration latency, Duration notBefore) {}

    Scoring(Workspace workspace, Hosts hosts) {
        this.workspace = workspace;
        this.hosts = hosts;
    }

    /**
     * Checks where a request would go and reads the endpoint's key; then it can be sent. That the key could not be read
     * says nothing of a deployment, that no answer came does.
     *
     * @return sends the request and gives the answer, whatever its status; throws Unsettled if no whole answer came, and
     *     UNREADABLE_ANSWER for a body of more than 1 MiB
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException HOST_NOT_LISTED
     */
    public Supplier<Reply> prepare(Endpoint endpoint, Request request) {
        URI url = address(endpoint, request.path());
        String key = workspace.endpoints().primaryKey(endpoint.name());
        Call<WholeAnswer> call = Call.of(
                        "send a request to endpoint '" + endpoint.name() + "'", request.method(), url, ANY_STATUS)
                .as(Call.Auth.NONE)
                .within(DEADLINE)
                .with("Authorization", "Bearer " + key)
                .reading(answer -> whole(answer, workspace.pipeline().now()));
        return () -> reply(endpoint, key, to(request.deployment(), carrying(request.json(), call)));
    }

    private Reply reply(Endpoint endpoint, String key, Call<WholeAnswer> call) {
        Instant sent = workspace.pipeline().now();
        WholeAnswer answer = workspace.send(call);
        if (answer.tooLarge()) {
            throw Problem.of(
                            ProblemCode.UNREADABLE_ANSWER,
                            "the answer of endpoint '" + endpoint.name() + "' is larger than 1 MiB, so it was not read")
                    .asException();
        }
        return new Reply(
                answer.status(),
                Secrets.of(key).hide(answer.body()),
                Duration.between(sent, workspace.pipeline().now()),
                answer.notBefore());
    }

    private record WholeAnswer(int status, String body, boolean tooLarge, Duration notBefore) {}

    private static WholeAnswer whole(Call.Answer answer, Instant now) throws IOException {
        byte[] body = answer.body().readNBytes(LARGEST_BODY + 1);
        return new WholeAnswer(
                answer.status(),
                new String(body, StandardCharsets.UTF_8),
                body.length > LARGEST_BODY,
                RetryAfter.of(answer.headers(), now).orElse(Duration.ZERO));
    }

    private static Call<WholeAnswer> carrying(@Nullable String json, Call<WholeAnswer> call) {
        return json == null
                ? call
                : call.with("Content-Type", "application/json")
                        .sendingBody(Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Call<WholeAnswer> to(@Nullable String deployment, Call<WholeAnswer> call) {
        return deployment == null ? call : call.with("azureml-model-deployment", deployment);
    }

    private URI address(Endpoint endpoint, @Nullable String path) {
        try {
            URI scoring = URI.create(endpoint.scoringUri());
            URI url = path == null ? scoring : scoring.resolve(path);
            if (hosts.mayReceiveToken(url)) {
                return url;
            }
            throw notListed(endpoint, Url.shown(url));
        } catch (IllegalArgumentException e) {
            throw notListed(endpoint, Redaction.line(endpoint.scoringUri(), 200));
        }
    }

    private static RuntimeException notListed(Endpoint endpoint, String shown) {
        return Problem.of(
                        ProblemCode.HOST_NOT_LISTED,
                        "endpoint '" + endpoint.name() + "' says that it scores at '" + shown
                                + "', which is no https address of a listed scoring host, so it gets no key")
                .asException();
    }
}

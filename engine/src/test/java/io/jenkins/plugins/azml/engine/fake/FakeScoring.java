package io.jenkins.plugins.azml.engine.fake;

import io.jenkins.plugins.azml.engine.rest.Transport.Request;
import io.jenkins.plugins.azml.engine.rest.Transport.Response;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Scores by deployment: the one that the header names, else the one with most traffic. */
public final class FakeScoring {
    private final FakeAzure azure;

    /** What a deployment answers, by name; {@code [1.0]} for all others. */
    public final Map<String, String> answers = new HashMap<>();

    /** Answers that come first, each once: a status, or 0 for a connection that breaks. */
    public final Deque<Integer> first = new ArrayDeque<>();

    /** Whom each request reached. */
    public final List<String> reached = new ArrayList<>();

    /** Done with each request, before it is answered; takes what {@link #reached} holds. */
    public Consumer<String> onRequest = reached -> {};

    FakeScoring(FakeAzure azure) {
        this.azure = azure;
    }

    Response send(Request request) throws IOException {
        if (!("Bearer " + FakeAzure.KEY).equals(request.headers().get("Authorization"))) {
            return FakeAzure.error(401, "Unauthorized", "wrong key");
        }
        String named = request.headers().get("azureml-model-deployment");
        String deployment = named == null ? live(request) : named;
        reached.add(named == null ? "live:" + deployment : deployment);
        onRequest.accept(reached.get(reached.size() - 1));
        if (!first.isEmpty()) {
            int status = first.poll();
            if (status == 0) {
                throw new IOException("connection reset");
            }
            return FakeAzure.text(status, Map.of(), FakeAzure.bytes("not ready"));
        }
        return FakeAzure.text(200, Map.of(), FakeAzure.bytes(answers.getOrDefault(deployment, "[1.0]")));
    }

    private String live(Request request) {
        String endpoint = request.url().getHost().replaceFirst("\\..*", "");
        return azure.traffic("prod/onlineEndpoints/" + endpoint).entrySet().stream()
                .filter(share -> ((Number) share.getValue()).intValue() == 100)
                .map(share -> (String) share.getKey())
                .findFirst()
                .orElse("nobody");
    }
}

package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Access;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.serving.DeploymentKey;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where an endpoint's callers send their requests. */
public final class ScoringRoutes implements RouteTable {
    /** Names a deployment that shall answer whatever the traffic is, and in the answer the one that did. */
    static final String DEPLOYMENT = "azureml-model-deployment";

    /** Has no factor in common with 100: every 100 requests take each percent once, well mixed. */
    private static final int STRIDE = 37;

    private final Cloud cloud;
    private final Endpoints endpoints;
    private final Map<ResourceKey, Integer> positions = new ConcurrentHashMap<>();

    public ScoringRoutes(Cloud cloud, Endpoints endpoints) {
        this.cloud = cloud;
        this.endpoints = endpoints;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "POST",
                "/endpoints/{workspace}/{endpoint}/score",
                "OnlineEndpoints_Score",
                Access.ENDPOINT,
                Route.Effect.PASSES_ON,
                this::score));
    }

    private Reply score(Call call) {
        DeploymentKey chosen = cloud.exclusive().call(() -> choose(call));
        Request inner = call.request()
                .withPath("/score")
                .withHeaders(call.request().headers().without("Authorization"));
        return cloud.scoring().score(chosen, inner).with(DEPLOYMENT, chosen.deployment());
    }

    private DeploymentKey choose(Call call) {
        Resource endpoint = endpoints.find(call.workspace(), call.path("endpoint"));
        if (!isAllowed(endpoint, call.request())) {
            throw new ArmError(
                    401, "Unauthorized", "The endpoint wants one of its keys as 'Authorization: Bearer <key>'.");
        }
        String name = call.request()
                .header(DEPLOYMENT)
                .map(wanted -> existing(endpoint, wanted))
                .or(() -> byTraffic(endpoint))
                .orElseThrow(() -> new ArmError(
                        404,
                        "NotFound",
                        "No deployment of the endpoint '" + endpoint.key().name() + "' gets traffic."));
        return new DeploymentKey(endpoint.key().workspace(), endpoint.key().name(), name);
    }

    private String existing(Resource endpoint, String deployment) {
        ResourceKey key = new ResourceKey(
                endpoint.key().workspace(), Kind.DEPLOYMENT, endpoint.key().name() + "/" + deployment);
        return cloud.store()
                .find(key)
                .map(found -> deployment)
                .orElseThrow(() -> ArmError.notFound("online deployment", deployment));
    }

    private Optional<String> byTraffic(Resource endpoint) {
        int position = positions.merge(endpoint.key(), STRIDE, (before, step) -> (before + step) % 100);
        return endpoints.live(endpoint).at(position);
    }

    private boolean isAllowed(Resource endpoint, Request request) {
        String given = request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .orElse("");
        if (!endpoint.properties().path("authMode").asText().equals("Key")) {
            return cloud.tokens().accepts(given);
        }
        boolean allowed = false;
        for (JsonNode key : endpoints.keys(endpoint)) {
            allowed |= MessageDigest.isEqual(
                    key.asText().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
        return allowed;
    }
}

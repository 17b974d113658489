package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Online endpoints and their deployments (REST: Online Endpoints, Online Deployments). */
public final class Endpoints {
    private static final String SUCCEEDED = "Succeeded";
    private static final List<String> BUSY_WORDS = List.of(
            "another operation", "in progress", "provisioning state", "updating", "creating", "deleting", "is busy");

    private final Workspace workspace;

    Endpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * An endpoint as it stands.
     *
     * @param state its provisioning state
     * @param traffic percent by deployment
     * @param resource all that the service gave: what a full PUT starts from
     */
    public record Endpoint(
            String name,
            String state,
            Map<String, Integer> traffic,
            Map<String, String> tags,
            String scoringUri,
            JsonObject resource) {

        /** Whether the endpoint may be changed now. */
        public boolean ready() {
            return state.equals(SUCCEEDED);
        }

        public boolean failed() {
            return hasFailed(state);
        }

        /** The deployment with most traffic; the first by name of several. */
        public Optional<String> live() {
            return traffic.entrySet().stream()
                    .filter(share -> share.getValue() > 0)
                    .sorted(Map.Entry.comparingByKey())
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
        }
    }

    /**
     * A deployment as it stands.
     *
     * @param model the ARM id or reference of its model
     */
    public record Deployment(String name, String state, String model, Map<String, String> tags, JsonObject resource) {
        public boolean ready() {
            return state.equals(SUCCEEDED);
        }

        public boolean failed() {
            return hasFailed(state);
        }
    }

    public Optional<Endpoint> find(String name) {
        return workspace.find(
                Call.get("read endpoint '" + name + "'", one(name)).yielding(Endpoints::endpoint));
    }

    /** Writes an endpoint whole; the body must hold the traffic, or it becomes zero. */
    public Endpoint put(String name, Map<String, ?> body) {
        return workspace.send(
                Call.put("update endpoint '" + name + "'", one(name), body).yielding(Endpoints::endpoint));
    }

    /**
     * What {@link #put} would need to leave an endpoint as it is, with other traffic and some more tags: read-only
     * members left out. A tag with an empty value is taken away.
     */
    public static Map<String, Object> bodyWith(
            Endpoint endpoint, Map<String, Integer> traffic, Map<String, String> moreTags) {
        JsonObject now = endpoint.resource();
        Map<String, Object> properties =
                new LinkedHashMap<>(now.in("properties").members());
        List.of("provisioningState", "scoringUri", "swaggerUri").forEach(properties::remove);
        properties.put("traffic", traffic);
        Map<String, Object> tags = new LinkedHashMap<>(now.in("tags").members());
        tags.putAll(moreTags);
        tags.values().removeIf(""::equals);
        Map<String, Object> body = new LinkedHashMap<>();
        List.of("location", "kind", "identity", "sku").forEach(member -> {
            Object value = now.at(member);
            if (value != null) {
                body.put(member, value);
            }
        });
        body.put("tags", tags);
        body.put("properties", properties);
        return body;
    }

    public Optional<Deployment> findDeployment(String endpoint, String name) {
        return workspace.find(
                Call.get("read deployment '" + name + "' of endpoint '" + endpoint + "'", deployment(endpoint, name))
                        .yielding(Endpoints::deployment));
    }

    public List<Deployment> deployments(String endpoint) {
        return workspace.send(Call.get(
                        "list the deployments of endpoint '" + endpoint + "'",
                        workspace.url("/onlineEndpoints/{}/deployments", wire(endpoint)))
                .yielding(list -> list.needObjects("value").stream()
                        .map(Endpoints::deployment)
                        .toList()));
    }

    public Started<Deployment> putDeployment(String endpoint, String name, Map<String, ?> body) {
        return workspace.start(Call.put(
                        "create deployment '" + name + "' of endpoint '" + endpoint + "'",
                        deployment(endpoint, name),
                        body)
                .yielding(Endpoints::deployment));
    }

    public void deleteDeployment(String endpoint, String name) {
        workspace.send(Call.delete(
                        "remove deployment '" + name + "' of endpoint '" + endpoint + "'", deployment(endpoint, name))
                .accepting(200, 202, 204, 404));
    }

    /** The last lines of a deployment's log; the service takes at most 5,000. */
    public String logs(String endpoint, String name, int lines) {
        return workspace
                .send(Call.post(
                        "read the logs of deployment '" + name + "'",
                        workspace.url("/onlineEndpoints/{}/deployments/{}/getLogs", wire(endpoint), name),
                        Map.of("tail", lines)))
                .string("content")
                .orElse("");
    }

    /** The key that scoring requests carry; never shown or saved. */
    public String primaryKey(String endpoint) {
        return workspace.send(Call.post(
                        "read the keys of endpoint '" + endpoint + "'",
                        workspace.url("/onlineEndpoints/{}/listKeys", wire(endpoint)),
                        Map.of())
                .yielding(keys -> keys.needString("primaryKey")));
    }

    /**
     * Whether the service refused a write only because another one is under way on the endpoint or the deployment: a
     * read may say Succeeded and the write still be told "Updating".
     */
    public static boolean isBusy(Problem problem) {
        String said = problem.what().toLowerCase(Locale.ROOT);
        return problem.code() == ProblemCode.CONFLICT && BUSY_WORDS.stream().anyMatch(said::contains);
    }

    private URI one(String name) {
        return workspace.url("/onlineEndpoints/{}", wire(name));
    }

    private URI deployment(String endpoint, String name) {
        return workspace.url("/onlineEndpoints/{}/deployments/{}", wire(endpoint), name);
    }

    /** However an endpoint's name is written, it is sent in lower case, as the official client sends it. */
    private static String wire(String endpoint) {
        return endpoint.toLowerCase(Locale.ROOT);
    }

    private static boolean hasFailed(String state) {
        return state.equals("Failed") || state.equals("Canceled");
    }

    private static Endpoint endpoint(JsonObject json) {
        JsonObject properties = json.need("properties");
        Map<String, Integer> traffic = new LinkedHashMap<>();
        properties.in("traffic").members().forEach((name, share) -> {
            if (share instanceof Long percent) {
                traffic.put(name, percent.intValue());
            }
        });
        return new Endpoint(
                json.needString("name"),
                properties.string("provisioningState").orElse(""),
                traffic,
                json.texts("tags"),
                properties.string("scoringUri").orElse(""),
                json);
    }

    private static Deployment deployment(JsonObject json) {
        JsonObject properties = json.need("properties");
        return new Deployment(
                json.needString("name"),
                properties.string("provisioningState").orElse(""),
                properties.string("model").orElse(""),
                json.texts("tags"),
                json);
    }
}

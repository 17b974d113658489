package io.jenkins.plugins.azml.engine.fake;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * As much of Azure as the delivery stages meet, in memory: resources by path, endpoints and deployments that take a few
 * reads to become ready, and the faults of the wire.
 */
public final class FakeAzure implements Transport {
    public static final String KEY = "canary-key-4711";
    private static final String HOST = "management.azure.test";

    /** Resources by path below {@code …/workspaces/}, for example {@code prod/onlineEndpoints/diabetes}. */
    public final Map<String, Map<String, Object>> resources = new TreeMap<>();

    /** Every write that was done, in order. */
    public final List<String> writes = new ArrayList<>();

    /** Every traffic map that an endpoint had, in order, by endpoint path. */
    public final Map<String, List<Map<String, Object>>> trafficHistory = new TreeMap<>();

    public final FakeBlobs blobs = new FakeBlobs(this);
    public final FakeScoring scoring = new FakeScoring(this);

    /** How a deployment ends: by its name, or for all others Succeeded. */
    public final Map<String, String> ends = new HashMap<>();

    public String endOfAll = "Succeeded";
    public int readsUntilReady = 2;
    public int staleReads;
    public int busyWrites;
    public int loseAnswerOfWrite = -1;
    public int loseWrite = -1;
    public int refusedLogs;
    public String log = "";
    /** Done once, before the write of that number: what somebody else does meanwhile. */
    public Map<Integer, Runnable> meanwhile = new HashMap<>();

    private final Map<String, Integer> readsLeft = new HashMap<>();
    private final Map<String, Stale> stale = new HashMap<>();
    private int writesSeen;

    private record Stale(Optional<Map<String, Object>> old, int[] left) {}

    public Workspace workspace(String name) {
        return new Workspace(
                pipeline(), new Blobs(pipeline()), URI.create("https://" + HOST), new WorkspaceId("sub", "rg", name));
    }

    public Pipeline pipeline() {
        return new Pipeline(
                this,
                fresh -> "canary-token",
                new Hosts(Set.of(HOST), Set.of()),
                new Budget(1_000_000, 1_000_000),
                () -> Instant.EPOCH);
    }

    public Map<String, Object> endpoint(String path, Map<String, Object> traffic) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("authMode", "Key");
        properties.put("provisioningState", "Succeeded");
        properties.put("scoringUri", scoringUri(path));
        properties.put("traffic", new LinkedHashMap<>(traffic));
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("name", path.substring(path.lastIndexOf('/') + 1));
        endpoint.put("location", "westeurope");
        endpoint.put("tags", new LinkedHashMap<>());
        endpoint.put("properties", properties);
        resources.put(path, endpoint);
        return endpoint;
    }

    public void deployment(String path, Map<String, Object> tags) {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("provisioningState", "Succeeded"));
        resources.put(
                path,
                new LinkedHashMap<>(Map.of(
                        "name", path.substring(path.lastIndexOf('/') + 1), "tags", tags, "properties", properties)));
    }

    public Map<?, ?> traffic(String endpointPath) {
        return (Map<?, ?>) ((Map<?, ?>) resources.get(endpointPath).get("properties")).get("traffic");
    }

    /** The tags of a resource, wherever it has them. */
    public Map<String, String> tags(String path) {
        JsonObject resource = new JsonObject(resources.get(path));
        Map<String, String> tags = resource.texts("tags");
        return tags.isEmpty() ? resource.texts("properties", "tags") : tags;
    }

    private static String scoringUri(String path) {
        return "https://" + path.substring(path.lastIndexOf('/') + 1) + ".westeurope.inference.ml.azure.com/score";
    }

    public int writesSeen() {
        return writesSeen;
    }

    @Override
    public Response send(Request request) throws IOException {
        if (!request.url().getHost().equals(HOST)) {
            return request.url().getHost().contains("inference") ? scoring.send(request) : blobs.send(request);
        }
        String path = request.url().getPath().replaceFirst("^.*/workspaces/", "");
        return switch (request.method()) {
            case "GET" -> get(path);
            case "PUT" -> write(request.method() + " " + path, () -> put(path, body(request)));
            case "DELETE" -> write(request.method() + " " + path, () -> delete(path));
            default -> post(path);
        };
    }

    /** One write with the faults that it may meet. */
    Response write(String what, Work work) throws IOException {
        int number = writesSeen++;
        Runnable other = meanwhile.remove(number);
        if (other != null) {
            other.run();
        }
        if (number == loseWrite) {
            throw new IOException("connection reset before the work");
        }
        if (busyWrites > 0 && what.contains("onlineEndpoints")) {
            busyWrites--;
            return error(409, "Conflict", "There is another operation on the same entity, state Updating");
        }
        Response response = work.done();
        if (response.status() < 300) {
            writes.add(what);
        }
        if (number == loseAnswerOfWrite) {
            throw new IOException("connection reset after the work");
        }
        return response;
    }

    @FunctionalInterface
    interface Work {
        Response done() throws IOException;
    }

    private Response get(String path) {
        if (path.endsWith("/deployments")) {
            return json(200, Map.of("value", below(path)));
        }
        if (!path.contains("/")) {
            return json(200, Map.of("location", "westeurope"));
        }
        Stale old = stale.get(path);
        if (old != null && old.left()[0]-- > 0) {
            return old.old().map(body -> json(200, body)).orElseGet(() -> notFound(path));
        }
        progress(path);
        return resources.containsKey(path) ? json(200, resources.get(path)) : notFound(path);
    }

    private List<Object> below(String path) {
        return resources.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path + "/"))
                .<Object>map(Map.Entry::getValue)
                .toList();
    }

    /** A resource that is being made is ready after some reads. */
    private void progress(String path) {
        Integer left = readsLeft.get(path);
        if (left == null || !resources.containsKey(path)) {
            return;
        }
        if (left > 0) {
            readsLeft.put(path, left - 1);
            return;
        }
        readsLeft.remove(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean deployment = path.contains("/deployments/");
        properties(path).put("provisioningState", deployment ? ends.getOrDefault(name, endOfAll) : "Succeeded");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> properties(String path) {
        return (Map<String, Object>) resources.get(path).get("properties");
    }

    private Response put(String path, Map<String, Object> body) {
        Map<String, Object> old = resources.get(path);
        if (path.contains("/onlineEndpoints/")) {
            Optional<Response> refusal = refusedTraffic(path, body);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        remember(path, old);
        Map<String, Object> resource = new LinkedHashMap<>(body);
        resource.put("name", path.substring(path.lastIndexOf('/') + 1));
        resource.put("id", "/subscriptions/sub/resourceGroups/rg/providers/X/workspaces/" + path);
        resources.put(path, resource);
        if (path.contains("/onlineEndpoints/")) {
            properties(path).put("provisioningState", old == null ? "Creating" : "Updating");
            readsLeft.put(path, readsUntilReady);
        }
        return json(old == null ? 201 : 200, resource);
    }

    private Optional<Response> refusedTraffic(String path, Map<String, Object> body) {
        if (path.contains("/deployments/")) {
            return resources.containsKey(path.replaceFirst("/deployments/.*", ""))
                    ? Optional.empty()
                    : Optional.of(notFound(path));
        }
        JsonObject json = new JsonObject(body);
        Map<String, Object> traffic =
                new LinkedHashMap<>(json.in("properties").in("traffic").members());
        for (String deployment : traffic.keySet()) {
            if (!resources.containsKey(path + "/deployments/" + deployment)) {
                return Optional.of(error(400, "BadRequest", "no deployment " + deployment));
            }
        }
        trafficHistory.computeIfAbsent(path, p -> new ArrayList<>()).add(traffic);
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) body.get("properties");
        properties.put("traffic", traffic);
        properties.put("scoringUri", scoringUri(path));
        return Optional.empty();
    }

    private void remember(String path, Map<String, Object> old) {
        if (staleReads > 0) {
            Optional<Map<String, Object>> copy = Optional.ofNullable(old)
                    .map(body -> new LinkedHashMap<>(
                            JsonObject.read(Json.bytes(body)).members()));
            stale.put(path, new Stale(copy, new int[] {staleReads}));
        }
    }

    private Response delete(String path) {
        int slash = path.indexOf("/deployments/");
        if (slash > 0 && resources.containsKey(path)) {
            Object share = traffic(path.substring(0, slash)).get(path.substring(slash + "/deployments/".length()));
            if (share instanceof Number percent && percent.intValue() > 0) {
                return error(400, "BadRequest", "the deployment has traffic");
            }
        }
        Map<String, Object> old = resources.remove(path);
        if (old == null) {
            return new Response(204, Headers.none(), new ByteArrayInputStream(new byte[0]));
        }
        remember(path, old);
        return json(202, Map.of());
    }

    private Response post(String path) {
        if (path.endsWith("/listKeys")) {
            return json(200, Map.of("primaryKey", KEY, "secondaryKey", "canary-key-2"));
        }
        if (path.endsWith("/getLogs")) {
            return refusedLogs-- > 0
                    ? error(503, "Unavailable", "the log is not there")
                    : json(200, Map.of("content", log));
        }
        if (path.endsWith("/listSecrets")) {
            return json(200, Map.of("secretsType", "Sas", "sasToken", "sv=1&sig=canary-sas"));
        }
        return error(404, "NotFound", path);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Request request) throws IOException {
        Object body = Json.read(request.body().open());
        return (Map<String, Object>) body;
    }

    static Response json(int status, Object body) {
        return new Response(status, Headers.none(), new ByteArrayInputStream(Json.bytes(body)));
    }

    static Response text(int status, Map<String, String> headers, byte[] body) {
        return new Response(status, new Headers(headers), new ByteArrayInputStream(body));
    }

    static Response error(int status, String code, String message) {
        return json(status, Map.of("error", Map.of("code", code, "message", message)));
    }

    private static Response notFound(String path) {
        return error(404, "ResourceNotFound", "there is no " + path);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

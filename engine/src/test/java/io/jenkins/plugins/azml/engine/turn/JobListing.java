package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workspace that knows jobs alone: lists them by pages, gives one, and counts what it was asked. */
final class JobListing implements Transport {
    private static final String BASE = "https://arm.test";

    final Map<String, String> statuses = new LinkedHashMap<>();
    final Set<String> unlisted = new java.util.HashSet<>();
    final List<String> requests = new ArrayList<>();
    int pageSize = 100;

    Workspace workspace() {
        Pipeline pipeline = new Pipeline(
                this,
                fresh -> "token",
                new Hosts(Set.of("arm.test"), Set.of()),
                new Budget(1_000_000, 1),
                () -> Instant.EPOCH);
        return new Workspace(pipeline, new Blobs(pipeline), URI.create(BASE), new WorkspaceId("s", "g", "w"));
    }

    @Override
    public Response send(Request request) {
        String path = request.url().getPath();
        requests.add(request.method() + " " + path.substring(path.indexOf("/jobs")));
        return path.endsWith("/jobs")
                ? answer(200, page(request.url()))
                : one(path.substring(path.lastIndexOf('/') + 1));
    }

    private Response one(String name) {
        String status = statuses.get(name);
        return status == null ? answer(404, Map.of()) : answer(200, job(name, status));
    }

    private Map<String, Object> page(URI url) {
        String query = url.getQuery();
        int skip = query.contains("skip=") ? Integer.parseInt(query.replaceAll(".*skip=(\\d+).*", "$1")) : 0;
        List<Map<String, ?>> jobs = statuses.entrySet().stream()
                .filter(job -> !unlisted.contains(job.getKey()))
                .skip(skip)
                .limit(pageSize)
                .<Map<String, ?>>map(job -> job(job.getKey(), job.getValue()))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("value", jobs);
        if (skip + pageSize < statuses.size() - unlisted.size()) {
            page.put("nextLink", BASE + url.getPath() + "?skip=" + (skip + pageSize));
        }
        return page;
    }

    private static Map<String, ?> job(String name, String status) {
        return Map.of("name", name, "properties", Map.of("status", status));
    }

    private static Response answer(int status, Object json) {
        return new Response(status, Headers.none(), new ByteArrayInputStream(Json.bytes(json)));
    }
}

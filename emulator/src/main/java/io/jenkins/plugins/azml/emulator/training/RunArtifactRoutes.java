package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.SasPermission;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Artifacts of a run: addresses to write them to and to read them from. */
public final class RunArtifactRoutes implements RouteTable {
    private static final String HISTORY = "/history/v1.0" + Route.WORKSPACE;

    private final Jobs jobs;
    private final RunRecords records;

    public RunArtifactRoutes(Cloud cloud, Jobs jobs) {
        this.jobs = jobs;
        this.records = new RunRecords(cloud);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String run : List.of(
                "/runs/{run}", "/experiments/{experiment}/runs/{run}", "/experimentids/{experiment}/runs/{run}")) {
            String artifacts = HISTORY + run + "/artifacts";
            routes.add(Route.data("GET", artifacts, "RunArtifacts_List", this::list));
            routes.add(Route.data("GET", artifacts + "/path", "RunArtifacts_ListInPath", this::list));
            routes.add(Route.data(
                    "POST", artifacts + "/batch/metadata", "RunArtifacts_BatchCreateEmptyArtifacts", this::create));
            routes.add(Route.data(
                    "GET", artifacts + "/contentinfo", "RunArtifacts_GetContentInformation", this::contentInfo));
            routes.add(Route.data(
                    "GET", artifacts + "/prefix/contentinfo", "RunArtifacts_ListSasByPrefix", this::contentInfos));
        }
        return routes;
    }

    private Reply list(Call call) {
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        items(call).forEach(item -> value.add(artifact(call, relative(call, item))));
        return Reply.ok(page);
    }

    private Reply create(Call call) {
        ObjectNode answer = Json.object();
        ObjectNode artifacts = answer.putObject("artifacts");
        ObjectNode contents = answer.putObject("artifactContentInformation");
        for (JsonNode each : call.json().path("paths")) {
            String path = checked(each.path("path").asText());
            artifacts.set(path, artifact(call, path));
            contents.set(
                    path,
                    content(
                            call,
                            path,
                            Set.of(SasPermission.READ, SasPermission.CREATE, SasPermission.WRITE, SasPermission.ADD)));
        }
        return Reply.ok(answer);
    }

    private Reply contentInfo(Call call) {
        String path = checked(call.query("path").orElse(""));
        boolean exists =
                items(call).stream().anyMatch(item -> relative(call, item).equals(path));
        if (!exists) {
            throw ArmError.notFound("artifact", path);
        }
        return Reply.ok(content(call, path, Set.of(SasPermission.READ)));
    }

    private Reply contentInfos(Call call) {
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        items(call).forEach(item -> value.add(content(call, relative(call, item), Set.of(SasPermission.READ))));
        return Reply.ok(page);
    }

    private List<BlobItem> items(Call call) {
        String prefix = folder(call).below(checked(call.query("path").orElse("")));
        return records.items(folder(call)).stream()
                .filter(item -> item.name().startsWith(prefix))
                .toList();
    }

    private static ObjectNode artifact(Call call, String path) {
        String run = call.path("run");
        return Json.object()
                .put("artifactId", "ExperimentRun/dcid." + run + "/" + path)
                .put("origin", "ExperimentRun")
                .put("container", "dcid." + run)
                .put("path", path);
    }

    private ObjectNode content(Call call, String path, Set<SasPermission> permissions) {
        return artifact(call, path).put("contentUri", records.link(folder(call).child(path), permissions));
    }

    private String relative(Call call, BlobItem item) {
        return item.name().substring(folder(call).below("").length());
    }

    private BlobLocation folder(Call call) {
        return BlobUris.artifacts(jobs.find(call.workspace(), call.path("run")).key());
    }

    private static String checked(String path) {
        if (path.contains("..") || path.contains("\\") || path.startsWith("/")) {
            throw ArmError.badRequest("The path '" + path + "' is not allowed.");
        }
        return path;
    }
}

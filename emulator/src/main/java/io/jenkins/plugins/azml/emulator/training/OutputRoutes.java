package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the named outputs of jobs are stored, by the ids that run history gives them. */
public final class OutputRoutes implements RouteTable {
    private static final Pattern ID = Pattern.compile(
            "azureml://locations/[^/]+/workspaces/[^/]+/(data|models)/azureml_(.+)_output_(.+)/versions/1");

    private final BlobUris uris;

    public OutputRoutes(Cloud cloud) {
        this.uris = new BlobUris(cloud);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.data(
                                "POST",
                                "/data/v1.0" + Route.WORKSPACE + "/dataversion/batchGetResolvedUris",
                                "DataVersion_BatchGetResolvedUris",
                                call -> resolve(call, "uri"))
                        .reading(),
                Route.data(
                                "POST",
                                "/modelregistry/v1.0" + Route.WORKSPACE + "/models/batchGetResolvedUris",
                                "Models_BatchGetResolvedUris",
                                call -> resolve(call, "path"))
                        .reading());
    }

    private Reply resolve(Call call, String field) {
        ObjectNode values = Json.object();
        for (JsonNode id : call.json().path("values")) {
            values.putObject(id.asText()).put(field, uri(call.workspace(), id.asText()));
        }
        return Reply.ok(Json.object().set("values", values));
    }

    private String uri(String workspace, String id) {
        Matcher matcher = ID.matcher(id);
        String uri = matcher.matches() ? "azureml://jobs/" + matcher.group(2) + "/outputs/" + matcher.group(3) : id;
        return uris.longUri(workspace, uris.locate(workspace, uri)).orElseThrow(() -> ArmError.notFound("output", id));
    }
}

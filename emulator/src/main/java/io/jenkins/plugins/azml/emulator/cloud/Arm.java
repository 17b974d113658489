package io.jenkins.plugins.azml.emulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;
import java.util.stream.Collectors;

/** Resource ids and the envelope that Azure Resource Manager puts around a resource. */
public final class Arm {
    private static final String PROVIDER = "Microsoft.MachineLearningServices";

    private final Scope scope;

    public Arm(Scope scope) {
        this.scope = scope;
    }

    public String workspaceId(String workspace) {
        return "/subscriptions/" + scope.subscription() + "/resourceGroups/" + scope.resourceGroup() + "/providers/"
                + PROVIDER + "/workspaces/" + workspace;
    }

    public String id(ResourceKey key) {
        Kind kind = key.kind();
        String tail = kind.children().isEmpty() ? key.name() : key.parent() + "/" + kind.children() + "/" + key.leaf();
        return workspaceId(key.workspace()) + "/" + kind.collection() + "/" + tail;
    }

    public static String type(Kind kind) {
        String type = PROVIDER + "/workspaces/" + kind.collection();
        return kind.children().isEmpty() ? type : type + "/" + kind.children();
    }

    /** The resource as callers see it. */
    public ObjectNode render(Resource resource) {
        ObjectNode node = envelope(
                id(resource.key()), resource.key().leaf(), type(resource.key().kind()));
        resource.body().properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        node.putObject("systemData")
                .put("createdAt", resource.created().toString())
                .put("createdBy", "azml")
                .put("createdByType", "User")
                .put("lastModifiedAt", resource.modified().toString())
                .put("lastModifiedBy", "azml")
                .put("lastModifiedByType", "User");
        return node;
    }

    public static ObjectNode envelope(String id, String name, String type) {
        return Json.object().put("id", id).put("name", name).put("type", type);
    }

    public Reply list(List<Resource> resources) {
        return listOf(resources.stream().map(this::render).collect(Collectors.toList()));
    }

    public static Reply listOf(List<? extends JsonNode> items) {
        ArrayNode value = Json.array();
        value.addAll(items);
        return Reply.ok(Json.object().set("value", value));
    }
}

package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Computes of a workspace (REST: Compute). */
public final class Computes {
    private final Workspace workspace;

    Computes(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The resource as the service gives it, or empty. */
    public Optional<JsonObject> find(String name) {
        return workspace.find(Call.get("read compute '" + name + "'", one(name)));
    }

    /** Asks for the compute as described; it is ready when its {@code properties.provisioningState} is Succeeded. */
    public JsonObject put(String name, Map<String, ?> body) {
        return workspace.send(Call.put("set up compute '" + name + "'", one(name), body));
    }

    private URI one(String name) {
        return workspace.url("/computes/{}", name);
    }
}

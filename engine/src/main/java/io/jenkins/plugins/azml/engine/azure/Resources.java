package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Any resource by its ARM id: what setting up from specs needs, whatever the kind. */
public final class Resources {
    private final Workspace workspace;

    Resources(Workspace workspace) {
        this.workspace = workspace;
    }

    public Optional<JsonObject> find(String armId) {
        return workspace.find(Call.get("read " + shown(armId), url(armId)).yielding(Workspace::resource));
    }

    public Started<JsonObject> put(String armId, Map<String, ?> body) {
        return workspace.start(
                Call.put("write " + shown(armId), url(armId), body).yielding(Workspace::resource));
    }

    private URI url(String armId) {
        return workspace.url(armId.substring(workspace.id().path().length()));
    }

    /** {@code environments/train:2} for an id that ends in {@code /environments/train/versions/2}. */
    private String shown(String armId) {
        return armId.substring(workspace.id().path().length() + 1).replace("/versions/", ":");
    }
}

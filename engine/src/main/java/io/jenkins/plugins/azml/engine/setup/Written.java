package io.jenkins.plugins.azml.engine.setup;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write of the set-up, beside what is there. */
final class Written {
    private static final String ENDPOINT = "/onlineEndpoints/";

    private final Workspace workspace;
    private final Write write;

    Written(Workspace workspace, Write write) {
        this.workspace = workspace;
        this.write = write;
    }

    boolean isAlready(JsonObject there) {
        return Sameness.holds(withoutTraffic(write.body()), there.members())
                && !there.string("properties", "provisioningState")
                        .orElse("Succeeded")
                        .equals("Failed");
    }

    /** A version never changes: another content wants another version. */
    void refuseChangeOfVersion(JsonObject there) {
        if (write.path().contains("/versions/")) {
            String shown =
                    write.path().substring(workspace.id().path().length() + 1).replace("/versions/", ":");
            throw Problem.of(
                            ProblemCode.CONFLICT,
                            "'" + shown + "' is in workspace '" + workspace.id()
                                    + "' with another content; give the file's content a new version")
                    .asException();
        }
    }

    /** An endpoint's traffic belongs to promotion: a write without the present one would zero it. */
    Map<String, @Nullable Object> body(Optional<JsonObject> there) {
        if (!write.path().contains(ENDPOINT) || there.isEmpty()) {
            return write.body();
        }
        Map<String, @Nullable Object> properties = properties();
        properties.put("traffic", there.get().in("properties", "traffic").members());
        Map<String, @Nullable Object> body = new LinkedHashMap<>(write.body());
        body.put("properties", properties);
        Map<String, @Nullable Object> tags =
                new LinkedHashMap<>(there.get().in("tags").members());
        tags.putAll(new JsonObject(write.body()).in("tags").members());
        body.put("tags", tags);
        return body;
    }

    private Map<String, @Nullable Object> withoutTraffic(Map<String, @Nullable Object> body) {
        if (!write.path().contains(ENDPOINT)) {
            return body;
        }
        Map<String, @Nullable Object> properties = properties();
        properties.remove("traffic");
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(body);
        rest.put("properties", properties);
        return rest;
    }

    private Map<String, @Nullable Object> properties() {
        return new LinkedHashMap<>(new JsonObject(write.body()).in("properties").members());
    }
}

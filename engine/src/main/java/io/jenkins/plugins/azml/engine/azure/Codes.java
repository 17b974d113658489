package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Code snapshots of a workspace (REST: Code Versions). */
public final class Codes {
    /** Names the way of hashing to the service; the official client sends the same. */
    private static final String HASH_VERSION = "202208";

    private final Workspace workspace;

    Codes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Where a snapshot may be put.
     *
     * @param container the container's address without a grant
     * @param grant the same with a SAS; never shown or saved
     */
    public record Upload(URI container, URI grant) {
        @Override
        public String toString() {
            return "Upload[" + container + "]";
        }
    }

    /** The ARM id of a snapshot with that content, under whatever name. */
    public Optional<String> findByHash(String anyName, String hash) {
        URI url = workspace.url("/codes/{}/versions?hash={}&hashVersion={}", anyName, hash, HASH_VERSION);
        return workspace.send(Call.get("look for code " + hash.substring(0, 12), url)
                .yielding(found -> found.needObjects("value").stream()
                        .flatMap(code -> code.string("id").stream())
                        .findFirst()));
    }

    public Upload startUpload(String name, String version) {
        return workspace.send(Call.post(
                        "start the upload of code '" + name + "'",
                        workspace.url("/codes/{}/versions/{}/startPendingUpload", name, version),
                        Map.of("pendingUploadType", "TemporaryBlobReference"))
                .yielding(Codes::upload));
    }

    private static Upload upload(JsonObject answer) {
        JsonObject reference = answer.in("blobReferenceForConsumption");
        return new Upload(reference.needAddress("blobUri"), reference.needAddress("credential", "sasUri"));
    }

    /** Makes an uploaded folder a code version; gives its ARM id. */
    public String put(String name, String version, String codeUri, String hash) {
        Map<String, ?> body = Map.of(
                "properties",
                Map.of(
                        "codeUri",
                        codeUri,
                        "isAnonymous",
                        true,
                        "properties",
                        Map.of("hash_sha256", hash, "hash_version", HASH_VERSION)));
        return workspace.send(
                Call.put("register code '" + name + "'", workspace.url("/codes/{}/versions/{}", name, version), body)
                        .yielding(code -> code.needString("id")));
    }
}

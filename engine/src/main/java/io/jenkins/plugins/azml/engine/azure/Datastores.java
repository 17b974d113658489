package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Datastores of a workspace, and the grants to read and write their containers (REST: Datastores). */
public final class Datastores {
    private final Workspace workspace;

    Datastores(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A Blob container behind a datastore.
     *
     * @param container the container's address without a grant
     */
    public record Container(String datastore, URI container) {}

    public Optional<JsonObject> find(String name) {
        return workspace.find(
                Call.get("read datastore '" + name + "'", one(name)).yielding(Workspace::resource));
    }

    public JsonObject put(String name, Map<String, ?> body) {
        return workspace.send(
                Call.put("register datastore '" + name + "'", one(name), body).yielding(Workspace::resource));
    }

    /**
     * The container of a Blob datastore.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_FOUND, or NOT_SUPPORTED for another kind
     */
    public Container container(String name) {
        JsonObject properties = find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no datastore '" + name + "' in workspace '" + workspace.id() + "'")
                        .asException())
                .in("properties");
        if (!"AzureBlob".equals(properties.string("datastoreType").orElse(""))) {
            throw Problem.of(ProblemCode.NOT_SUPPORTED, "datastore '" + name + "' is no Azure Blob datastore")
                    .asException();
        }
        return new Container(name, address(properties));
    }

    private static URI address(JsonObject properties) {
        try {
            return new URI(properties.string("protocol").orElse("https") + "://" + properties.needString("accountName")
                    + ".blob." + properties.string("endpoint").orElse("core.windows.net") + "/"
                    + properties.needString("containerName"));
        } catch (URISyntaxException e) {
            throw new JsonException("'accountName', 'endpoint' and 'containerName' make no address");
        }
    }

    /** A SAS for the datastore's container, an hour long; never shown or saved. */
    public String sas(String name) {
        JsonObject secrets = workspace.send(Call.post(
                        "ask for access to datastore '" + name + "'",
                        workspace.url("/datastores/{}/listSecrets", name),
                        Map.of("expirableSecret", true, "expireAfterHours", 1))
                .yielding(Datastores::secrets));
        return secrets.string("sasToken")
                .map(token -> token.startsWith("?") ? token.substring(1) : token)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_SUPPORTED,
                                "datastore '" + name + "' grants no SAS (it gave '"
                                        + secrets.string("secretsType").orElse("nothing") + "')")
                        .asException());
    }

    private static JsonObject secrets(JsonObject answer) {
        answer.needString("secretsType");
        return answer;
    }

    /** The datastore's container with a grant to read and write it. */
    public BlobUrl grant(String name) {
        return BlobUrl.of(container(name).container() + "?" + sas(name));
    }

    private URI one(String name) {
        return workspace.url("/datastores/{}", name);
    }
}

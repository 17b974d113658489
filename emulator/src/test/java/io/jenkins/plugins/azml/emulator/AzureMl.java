package io.jenkins.plugins.azml.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Query;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A small client of the emulator in memory. */
public final class AzureMl implements AutoCloseable {
    public final InMemoryEmulator emulator;
    public final String token;

    public AzureMl() {
        this(Emulator.inMemory(1));
    }

    public AzureMl(InMemoryEmulator emulator) {
        this.emulator = emulator;
        this.token = emulator.token();
    }

    public static JsonNode json(String text) {
        try {
            return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }

    public static JsonNode json(Reply reply) {
        return json(reply.bodyText().replace('\'', '\u2019'));
    }

    public String workspace(String name) {
        return "/subscriptions/" + emulator.scope().subscription() + "/resourceGroups/"
                + emulator.scope().resourceGroup() + "/providers/Microsoft.MachineLearningServices/workspaces/" + name;
    }

    /** A path below the workspace dev, with the query's separator chosen. */
    public Reply arm(String method, String path, String body) {
        String separator = path.contains("?") ? "&" : "?";
        return send(method, workspace("dev") + path + separator + "api-version=2025-12-01", body);
    }

    public Reply get(String path) {
        return arm("GET", path, "");
    }

    public Reply put(String path, String body) {
        return arm("PUT", path, body);
    }

    /** Any path of the secure host. */
    public Reply send(String method, String target, String body) {
        return send(
                emulator.addresses().secure().resolve(target),
                method,
                body,
                Map.of("Authorization", "Bearer " + token));
    }

    public Reply send(URI uri, String method, String body, Map<String, String> headers) {
        Headers all = Headers.none().with("Host", uri.getAuthority());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            all = all.with(header.getKey(), header.getValue());
        }
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return emulator.handle(new Request(method, uri.getRawPath(), Query.parse(uri.getRawQuery()), all, bytes));
    }

    public void pass(Duration duration) {
        emulator.clock().advance(duration);
    }

    public String id(String path) {
        return workspace("dev") + path;
    }

    /** Registers what a job needs: compute, environment, data with one blob, code with one file. */
    public void givenEverythingThatAJobNeeds() {
        put(
                "/computes/cpu",
                "{'location':'local','properties':{'computeType':'AmlCompute','properties':{'vmSize':'S','scaleSettings':{'maxNodeCount':1}}}}");
        put("/environments/sk/versions/1", "{'properties':{'image':'img','condaFile':'dependencies: []'}}");
        var blobstore = io.jenkins.plugins.azml.emulator.cloud.Cloud.blobstore("dev");
        emulator.blobs().put(blobstore, "patients/a.csv", "x,y".getBytes(StandardCharsets.UTF_8));
        put(
                "/data/patients/versions/1",
                "{'properties':{'dataType':'uri_folder','dataUri':'azureml://datastores/workspaceblobstore/paths/patients/'}}");
        JsonNode upload = json(arm(
                "POST", "/codes/c1/versions/1/startPendingUpload", "{'pendingUploadType':'TemporaryBlobReference'}"));
        String uri = upload.at("/blobReferenceForConsumption/blobUri").asText();
        put(
                "/codes/c1/versions/1",
                "{'properties':{'codeUri':'" + uri
                        + "/src','properties':{'hash_sha256':'abc','hash_version':'202208'}}}");
        pass(Duration.ofSeconds(10));
    }

    public ObjectNode aJob() {
        return (ObjectNode)
                json(
                        "{'properties':{'jobType':'Command','command':'python train.py','codeId':'"
                                + id("/codes/c1/versions/1")
                                + "','environmentId':'" + id("/environments/sk/versions/1") + "','computeId':'"
                                + id("/computes/cpu")
                                + "','experimentName':'diabetes','inputs':{'data':{'jobInputType':'uri_folder','uri':'"
                                + id("/data/patients/versions/1")
                                + "'},'alpha':{'jobInputType':'literal','value':'0.1'}},'outputs':{'model':{'jobOutputType':'uri_folder'}},'tags':{'run':'r1'}}}");
    }

    public Reply submit(String name, ObjectNode job) {
        return put("/jobs/" + name, Json.text(job));
    }

    public String jobStatus(String name) {
        return json(get("/jobs/" + name)).at("/properties/status").asText();
    }

    @Override
    public void close() {
        emulator.close();
    }
}

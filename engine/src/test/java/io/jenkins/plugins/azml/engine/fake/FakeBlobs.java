package io.jenkins.plugins.azml.engine.fake;

import io.jenkins.plugins.azml.engine.rest.Transport.Request;
import io.jenkins.plugins.azml.engine.rest.Transport.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Containers by SAS: list, read, and server-side copies that take a few looks. */
public final class FakeBlobs {
    private final FakeAzure azure;
    private final Map<String, Integer> looksLeft = new HashMap<>();
    private final Map<String, String> copyStatus = new HashMap<>();

    /** Bytes by host and path. */
    public final Map<String, byte[]> files = new TreeMap<>();

    public int looksUntilCopied = 2;
    public int failingCopies;

    /** The end of the name of a file whose copy gets another last byte, or empty. */
    public String corrupts = "";

    FakeBlobs(FakeAzure azure) {
        this.azure = azure;
    }

    /** The datastores of a workspace, and how a file in one of them is called in {@link #files}. */
    public void workspace(String name) {
        for (String store : new String[] {"workspaceblobstore", "workspaceartifactstore"}) {
            azure.resources.put(
                    name + "/datastores/" + store,
                    Map.of(
                            "properties",
                            Map.of(
                                    "datastoreType",
                                    "AzureBlob",
                                    "accountName",
                                    name + "account",
                                    "containerName",
                                    store)));
        }
    }

    public static String at(String workspace, String store, String path) {
        return workspace + "account.blob.core.windows.net/" + store + "/" + path;
    }

    Response send(Request request) throws IOException {
        String query = String.valueOf(request.url().getRawQuery());
        if (!query.contains("sig=canary-sas")) {
            return FakeAzure.error(403, "AuthenticationFailed", "no SAS");
        }
        String name = name(request.url());
        return switch (request.method()) {
            case "PUT" -> azure.write("COPY " + name, () -> copy(request, name));
            case "HEAD" -> head(name);
            default -> query.contains("comp=list") ? list(name, query) : read(name);
        };
    }

    private static String name(URI url) {
        return url.getHost() + url.getPath();
    }

    private Response copy(Request request, String name) {
        if (files.containsKey(name) && "*".equals(request.headers().get("If-None-Match"))) {
            return FakeAzure.text(409, Map.of("x-ms-error-code", "BlobAlreadyExists"), new byte[0]);
        }
        byte[] bytes = files.get(name(URI.create(request.headers().get("x-ms-copy-source"))));
        if (bytes == null) {
            return FakeAzure.text(404, Map.of("x-ms-error-code", "CannotVerifyCopySource"), new byte[0]);
        }
        boolean fails = failingCopies-- > 0;
        byte[] copied = fails ? new byte[0] : bytes.clone();
        if (!corrupts.isEmpty() && name.endsWith(corrupts)) {
            copied[copied.length - 1]++;
        }
        files.put(name, copied);
        looksLeft.put(name, looksUntilCopied);
        copyStatus.put(name, fails ? "failed" : "success");
        return FakeAzure.text(202, Map.of("x-ms-copy-id", "1", "x-ms-copy-status", "pending"), new byte[0]);
    }

    private Response head(String name) {
        if (!files.containsKey(name)) {
            return FakeAzure.text(404, Map.of(), new byte[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Length", String.valueOf(files.get(name).length));
        if (copyStatus.containsKey(name)) {
            boolean pending = looksLeft.merge(name, -1, Integer::sum) >= 0;
            headers.put("x-ms-copy-id", "1");
            headers.put("x-ms-copy-status", pending ? "pending" : copyStatus.get(name));
            headers.put("x-ms-copy-status-description", "500 InternalServerError");
        }
        return FakeAzure.text(200, headers, new byte[0]);
    }

    private Response read(String name) {
        return files.containsKey(name)
                ? FakeAzure.text(200, Map.of(), files.get(name))
                : FakeAzure.text(404, Map.of("x-ms-error-code", "BlobNotFound"), new byte[0]);
    }

    private Response list(String container, String query) {
        String prefix = URLDecoder.decode(query.replaceFirst(".*prefix=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        StringBuilder xml = new StringBuilder("<EnumerationResults><Blobs>");
        files.forEach((name, bytes) -> {
            if (name.startsWith(container + "/" + prefix)) {
                xml.append("<Blob><Name>").append(name.substring(container.length() + 1));
                xml.append("</Name><Properties><Content-Length>").append(bytes.length);
                xml.append("</Content-Length></Properties></Blob>");
            }
        });
        xml.append("</Blobs><NextMarker/></EnumerationResults>");
        return FakeAzure.text(200, Map.of(), FakeAzure.bytes(xml.toString()));
    }
}

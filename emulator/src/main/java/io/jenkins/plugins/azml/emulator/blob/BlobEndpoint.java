package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The Blob REST protocol over the store in memory: signatures, then one class a group of operations. */
final class BlobEndpoint {
    private static final Map<String, SasPermission> PERMISSIONS = Map.of(
            "Container_ListBlobs", SasPermission.LIST,
            "Blob_Get", SasPermission.READ,
            "Blob_GetProperties", SasPermission.READ,
            "Blob_Delete", SasPermission.DELETE);

    private final InMemoryBlobStore store;
    private final EmulatorClock clock;
    private final BlobReads reads;
    private final BlobWrites writes;
    private final BlobCopies copies;

    BlobEndpoint(InMemoryBlobStore store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
        this.reads = new BlobReads(store);
        this.writes = new BlobWrites(store, clock);
        this.copies = new BlobCopies(store, clock);
    }

    Reply handle(Request request) {
        try {
            Target target = target(request);
            String operation = operation(request);
            authorise(request, target, operation);
            return dispatch(request, target, operation)
                    .with("x-ms-version", request.header("x-ms-version").orElse("2022-11-02"));
        } catch (BlobError refusal) {
            return refusal.reply();
        }
    }

    String operation(Request request) {
        String component = request.query("comp").orElse("");
        return switch (request.method()) {
            case "HEAD" -> "Blob_GetProperties";
            case "GET" -> component.equals("list") ? "Container_ListBlobs" : "Blob_Get";
            case "DELETE" -> "Blob_Delete";
            case "PUT" -> put(request, component);
            default -> "Blob_Unknown";
        };
    }

    private static String put(Request request, String component) {
        return switch (component) {
            case "block" -> "Blob_PutBlock";
            case "blocklist" -> "Blob_PutBlockList";
            case "appendblock" -> "Blob_AppendBlock";
            case "metadata" -> "Blob_SetMetadata";
            case "" -> request.header("x-ms-copy-source").isPresent() ? "Blob_Copy" : "Blob_Put";
            default -> "Blob_Unknown";
        };
    }

    private void authorise(Request request, Target target, String operation) {
        SasPermission needed = PERMISSIONS.getOrDefault(operation, SasPermission.WRITE);
        String key = store.accountKey(target.container().account());
        if (!Sas.allows(request, target.container(), key, needed, clock.instant())) {
            throw new BlobError(
                    403,
                    "AuthenticationFailed",
                    "The signature is missing, wrong, expired or does not allow " + needed + ".");
        }
        if (!store.exists(target.container())) {
            throw new BlobError(404, "ContainerNotFound", "The specified container does not exist.");
        }
    }

    private Reply dispatch(Request request, Target target, String operation) {
        return switch (operation) {
            case "Container_ListBlobs" -> reads.list(request, target.container());
            case "Blob_Get" -> reads.get(request, target);
            case "Blob_GetProperties" -> reads.properties(target);
            case "Blob_Put" -> writes.put(request, target);
            case "Blob_PutBlock" -> writes.block(request, target);
            case "Blob_PutBlockList" -> writes.blockList(request, target);
            case "Blob_AppendBlock" -> writes.append(request, target);
            case "Blob_SetMetadata" -> writes.metadata(request, target);
            case "Blob_Copy" -> copies.start(request, target);
            case "Blob_Delete" -> writes.delete(target);
            default -> throw new BlobError(501, "NotImplemented", "The emulator does not have this blob operation.");
        };
    }

    /** The container and the blob, whose name is empty for the container itself. */
    static Target target(Request request) {
        String[] parts = request.path().substring(1).split("/", 3);
        if (parts.length < 2) {
            throw new BlobError(400, "InvalidUri", "The path is not /account/container/blob.");
        }
        return new Target(
                new Container(decoded(parts[0]), decoded(parts[1])), parts.length == 3 ? decoded(parts[2]) : "");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new BlobError(400, "InvalidUri", "The path is not percent-encoded.");
        }
    }

    record Target(Container container, String blob) {}
}

package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.blob.BlobEndpoint.Target;
import io.jenkins.plugins.azml.emulator.blob.MemoryBlob.BlobType;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writing blobs: whole, by blocks and by appending. */
final class BlobWrites {
    private static final String METADATA = "x-ms-meta-";
    private static final Pattern BLOCK = Pattern.compile("<(Latest|Committed|Uncommitted)>([^<]*)</");

    private final InMemoryBlobStore store;
    private final EmulatorClock clock;
    private final Map<Target, Map<String, byte[]>> uncommitted = new HashMap<>();

    BlobWrites(InMemoryBlobStore store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    Reply put(Request request, Target target) {
        checkDigest(request);
        checkConditions(request, target);
        BlobType type = request.header("x-ms-blob-type")
                .flatMap(BlobWrites::type)
                .orElseThrow(() ->
                        new BlobError(400, "InvalidHeaderValue", "x-ms-blob-type must be BlockBlob or AppendBlob."));
        return written(target, store.fresh(type, request.body(), metadata(request)));
    }

    Reply block(Request request, Target target) {
        checkDigest(request);
        String id = request.query("blockid")
                .orElseThrow(() -> new BlobError(400, "InvalidQueryParameterValue", "blockid is missing."));
        uncommitted.computeIfAbsent(target, blob -> new HashMap<>()).put(id, request.body());
        return Reply.empty(201);
    }

    Reply blockList(Request request, Target target) {
        checkConditions(request, target);
        Map<String, byte[]> blocks = uncommitted.getOrDefault(target, Map.of());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Matcher named = BLOCK.matcher(new String(request.body(), StandardCharsets.UTF_8));
        while (named.find()) {
            byte[] block = blocks.get(named.group(2).strip());
            if (block == null) {
                throw new BlobError(400, "InvalidBlockList", "The block list names a block that was not uploaded.");
            }
            content.writeBytes(block);
        }
        uncommitted.remove(target);
        return written(target, store.block(content.toByteArray(), metadata(request)));
    }

    Reply append(Request request, Target target) {
        checkDigest(request);
        MemoryBlob blob = existing(target);
        if (blob.type() != BlobType.AppendBlob) {
            throw new BlobError(409, "InvalidBlobType", "The blob type is invalid for this operation.");
        }
        int offset = blob.content().length;
        Optional<Long> expected =
                request.header("x-ms-blob-condition-appendpos").map(Long::parseLong);
        if (expected.isPresent() && expected.get() != offset) {
            throw new BlobError(412, "AppendPositionConditionNotMet", "The append position condition was not met.");
        }
        return written(target, blob.followedBy(request.body(), clock.instant(), store.nextVersion()))
                .with("x-ms-blob-append-offset", String.valueOf(offset));
    }

    Reply metadata(Request request, Target target) {
        MemoryBlob blob = existing(target).withMetadata(metadata(request), clock.instant(), store.nextVersion());
        store.save(target.container(), target.blob(), blob);
        return Reply.empty(200).with("ETag", blob.etag());
    }

    Reply delete(Target target) {
        existing(target);
        store.delete(target.container(), target.blob());
        return Reply.empty(202);
    }

    private MemoryBlob existing(Target target) {
        return store.find(target.container(), target.blob()).orElseThrow(BlobError::noBlob);
    }

    private Reply written(Target target, MemoryBlob blob) {
        store.save(target.container(), target.blob(), blob);
        return Reply.empty(201).with("ETag", blob.etag()).with("Content-MD5", blob.md5());
    }

    private static void checkDigest(Request request) {
        Optional<String> given = request.header("Content-MD5");
        if (given.isPresent() && !given.get().equals(MemoryBlob.md5(request.body()))) {
            throw new BlobError(400, "Md5Mismatch", "The MD5 value of the request did not match that of the content.");
        }
    }

    private void checkConditions(Request request, Target target) {
        Optional<MemoryBlob> before = store.find(target.container(), target.blob());
        if (before.isPresent()
                && request.header("If-None-Match").filter("*"::equals).isPresent()) {
            throw new BlobError(409, "BlobAlreadyExists", "The specified blob already exists.");
        }
        Optional<String> match = request.header("If-Match");
        if (match.isPresent() && !match.equals(before.map(MemoryBlob::etag))) {
            throw new BlobError(412, "ConditionNotMet", "The condition of a conditional header was not met.");
        }
    }

    private static Optional<BlobType> type(String name) {
        return java.util.Arrays.stream(BlobType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    static Map<String, String> metadata(Request request) {
        Map<String, String> metadata = new HashMap<>();
        request.headers().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA)) {
                metadata.put(lower.substring(METADATA.length()), values.get(0));
            }
        });
        return metadata;
    }
}

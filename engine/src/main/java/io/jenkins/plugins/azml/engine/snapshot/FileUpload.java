package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.blob.BlobItem;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.blob.Written;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends single files, whole or in parts, and never bytes other than those that were hashed. Safe for many threads. */
final class FileUpload {
    private final Blobs blobs;
    private final BlobUrl container;
    private final Map<Path, List<Long>> checksums;
    private final Map<String, BlobItem> present;
    private final AtomicInteger filesSent = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();

    FileUpload(Blobs blobs, BlobUrl container, Map<Path, List<Long>> checksums, Map<String, BlobItem> present) {
        this.blobs = blobs;
        this.container = container;
        this.checksums = checksums;
        this.present = present;
    }

    int filesSent() {
        return filesSent.get();
    }

    long bytesSent() {
        return bytesSent.get();
    }

    /** Adds what there is to do for a file: parts in any order and at once, then commits. */
    void plan(SourceFile file, String blob, List<Runnable> parts, List<Runnable> commits) {
        if (file.size() <= Contents.PART) {
            parts.add(() -> whole(file, blob));
        } else if (present.containsKey(blob)) {
            parts.add(() -> checkSame(file, blob, present.get(blob).length(), null, null));
        } else {
            inParts(file, blob, parts, commits);
        }
    }

    private void whole(SourceFile file, String blob) {
        String md5 = unchangedPart(file, 0);
        BlobItem there = present.get(blob);
        if (there != null) {
            checkSame(file, blob, there.length(), there.contentMd5(), md5);
            return;
        }
        Body body = new Body.FilePart(file.file(), 0, file.size());
        sending(file, () -> settle(file, blob, md5, blobs.put(container.blob(blob), body, md5)));
    }

    private void inParts(SourceFile file, String blob, List<Runnable> parts, List<Runnable> commits) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i * Contents.PART < file.size(); i++) {
            String id = blockId(i);
            int part = i;
            ids.add(id);
            parts.add(() -> block(file, blob, id, part));
        }
        commits.add(() -> settle(file, blob, null, blobs.putBlockList(container.blob(blob), ids)));
    }

    private void block(SourceFile file, String blob, String id, int part) {
        String md5 = unchangedPart(file, part);
        Body body = new Body.FilePart(file.file(), part * Contents.PART, partLength(file, part));
        sending(file, () -> blobs.putBlock(container.blob(blob), id, body, md5));
    }

    /** The service refuses bytes of another MD5: then the file changed between our reading it and its being sent. */
    private static void sending(SourceFile file, Runnable request) {
        try {
            request.run();
        } catch (ProblemException e) {
            refuseChanged(file);
            throw e;
        }
    }

    private void settle(SourceFile file, String blob, @Nullable String md5, Written written) {
        if (written == Written.CREATED) {
            filesSent.incrementAndGet();
            bytesSent.addAndGet(file.size());
            return;
        }
        blobs.head(container.blob(blob))
                .ifPresent(there -> checkSame(file, blob, there.length(), there.contentMd5(), md5));
    }

    private void checkSame(
            SourceFile file, String blob, long length, @Nullable String thereMd5, @Nullable String ourMd5) {
        boolean same = length == file.size() && (thereMd5 == null || ourMd5 == null || thereMd5.equals(ourMd5));
        if (!same) {
            throw Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "blob " + container.blob(blob) + " already holds other bytes than file '" + file.file()
                                    + "' (" + length + " and " + file.size()
                                    + " bytes); delete it, or upload elsewhere")
                    .asException();
        }
    }

    private String unchangedPart(SourceFile file, int part) {
        refuseChanged(file);
        Contents.Part read = Contents.part(file, part * Contents.PART, partLength(file, part));
        List<Long> hashed = checksums.getOrDefault(file.file(), List.of());
        if (part >= hashed.size() || hashed.get(part) != read.checksum()) {
            throw Contents.changed(file.file());
        }
        return read.md5();
    }

    private static void refuseChanged(SourceFile file) {
        try {
            boolean same = Files.size(file.file()) == file.size()
                    && Files.getLastModifiedTime(file.file()).equals(file.modified());
            if (!same) {
                throw Contents.changed(file.file());
            }
        } catch (IOException e) {
            throw Contents.changed(file.file());
        }
    }

    private static long partLength(SourceFile file, int part) {
        return Math.min(Contents.PART, file.size() - part * Contents.PART);
    }

    private static String blockId(int part) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(6).putInt(2, part).array());
    }
}

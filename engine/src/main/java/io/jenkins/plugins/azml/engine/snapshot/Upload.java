package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.blob.BlobItem;
import io.jenkins.plugins.azml.engine.blob.BlobProperties;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Uploads what is missing of a snapshot, from where its files are.
 *
 * <p>The first file is the mark: it is sent first, and gets the metadata that says "complete" last, as the official
 * client has it. So a mark that is not there means that there is nothing, and a repeated upload sends only what is
 * missing.
 */
public final class Upload {
    /** What the official client asks of a mark. */
    private static final String STATUS = "upload_status";

    private static final String COMPLETED = "completed";

    private final Blobs blobs;
    private final Connections connections;

    public Upload(Blobs blobs) {
        this(blobs, blobs.connections());
    }

    /** @param connections how many requests may be under way at once */
    public Upload(Blobs blobs, int connections) {
        this.blobs = blobs;
        this.connections = new Connections(connections);
    }

    /**
     * Uploads, or finds that it is done.
     *
     * @throws ProblemException CONFLICT if a file changed after it was hashed, DIGEST_MISMATCH if other bytes lie where
     *     a file belongs, NOT_ALLOWED if the grant has ended
     * @throws Unsettled if repeating the upload may help; what was sent is not sent again
     */
    public Uploaded run(HashedSnapshot hashed, UploadTarget target) {
        List<SourceFile> files = inOfficialOrder(hashed.snapshot());
        String prefix = target.prefix(hashed.snapshot());
        String mark = blobName(hashed.snapshot(), prefix, files.get(0));
        Optional<BlobProperties> marked = blobs.head(target.container().blob(mark));
        if (marked.filter(Upload::isComplete).isPresent()) {
            return found(prefix, target, marked.get().metadata());
        }
        Map<String, BlobItem> present = marked.isPresent() ? present(target, prefix) : Map.of();
        FileUpload sending = new FileUpload(blobs, target.container(), hashed.checksums(), present);
        send(hashed.snapshot(), prefix, files, sending);
        blobs.setMetadata(
                target.container().blob(mark),
                Map.of(STATUS, COMPLETED, "name", target.name(), "version", target.version()));
        return new Uploaded(prefix, target.name(), target.version(), sending.filesSent(), sending.bytesSent());
    }

    private void send(Snapshot snapshot, String prefix, List<SourceFile> files, FileUpload sending) {
        Map<SourceFile, String> names = new HashMap<>();
        files.forEach(file -> names.put(file, blobName(snapshot, prefix, file)));
        List<SourceFile> first = files.subList(0, 1);
        List<SourceFile> others = files.subList(1, files.size());
        for (List<SourceFile> group : List.of(first, others)) {
            List<Runnable> parts = new ArrayList<>();
            List<Runnable> commits = new ArrayList<>();
            group.forEach(file -> sending.plan(file, String.valueOf(names.get(file)), parts, commits));
            connections.run(parts);
            connections.run(commits);
        }
    }

    private static boolean isComplete(BlobProperties mark) {
        return COMPLETED.equals(mark.metadata().get(STATUS));
    }

    private static Uploaded found(String prefix, UploadTarget target, Map<String, String> metadata) {
        return new Uploaded(
                prefix,
                metadata.getOrDefault("name", target.name()),
                metadata.getOrDefault("version", target.version()),
                0,
                0);
    }

    private Map<String, BlobItem> present(UploadTarget target, String prefix) {
        Map<String, BlobItem> present = new HashMap<>();
        blobs.list(target.container(), prefix).forEach(item -> present.put(item.name(), item));
        return present;
    }

    /** By the place of the bytes, not by the path in the snapshot: it decides which file carries the mark. */
    private static List<SourceFile> inOfficialOrder(Snapshot snapshot) {
        return snapshot.files().stream()
                .sorted(Comparator.comparing((SourceFile file) -> file.file().toString(), CodePoints::compare)
                        .thenComparing(SourceFile::path, CodePoints::compare))
                .toList();
    }

    private static String blobName(Snapshot snapshot, String prefix, SourceFile file) {
        return snapshot.isFolder() ? prefix + "/" + file.path() : prefix;
    }
}

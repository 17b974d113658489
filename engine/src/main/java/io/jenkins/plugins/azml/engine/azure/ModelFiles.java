package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.blob.BlobItem;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a model where they lie, by relative path. */
public final class ModelFiles {
    private final Blobs blobs;
    private final BlobUrl container;
    private final String folder;
    private final SortedMap<String, Long> sizes;
    private final boolean single;

    private ModelFiles(Blobs blobs, BlobUrl container, String folder, SortedMap<String, Long> sizes, boolean single) {
        this.blobs = blobs;
        this.container = container;
        this.folder = folder;
        this.sizes = sizes;
        this.single = single;
    }

    /** Lists what lies below a place; a single file there has its own name as relative path. */
    public static ModelFiles at(Workspace workspace, ArtifactPlace place) {
        BlobUrl container =
                BlobUrl.of(workspace.datastores().container(place.datastore()).container() + "?"
                        + workspace.datastores().sas(place.datastore()));
        String folder = place.path() + "/";
        SortedMap<String, Long> sizes = new TreeMap<>();
        boolean single = false;
        for (BlobItem item : workspace.blobs().list(container, place.path())) {
            if (item.name().startsWith(folder)) {
                sizes.put(item.name().substring(folder.length()), item.length());
            } else if (item.name().equals(place.path())) {
                sizes.put(place.path().substring(place.path().lastIndexOf('/') + 1), item.length());
                single = true;
            }
        }
        return new ModelFiles(workspace.blobs(), container, folder, sizes, single);
    }

    public boolean isEmpty() {
        return sizes.isEmpty();
    }

    /** In bytes by relative path. */
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    /** The first path after that one, or the very first for null. */
    public Optional<String> after(@Nullable String path) {
        return sizes.keySet().stream()
                .filter(candidate -> path == null || candidate.compareTo(path) > 0)
                .findFirst();
    }

    /** The digest with the bytes of one more file. */
    public ModelDigest extend(ModelDigest digest, String path) {
        long size = sizes.getOrDefault(path, -1L);
        return blobs.stream(blob(path), answer -> digest.with(path, size, answer.body()));
    }

    /** Whether the place is a single file and no folder. */
    public boolean isSingle() {
        return single;
    }

    /** Where a file lies or, below a folder, would lie. */
    public BlobUrl blob(String path) {
        return container.blob(single ? folder.substring(0, folder.length() - 1) : folder + path);
    }
}

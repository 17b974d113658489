package io.jenkins.plugins.azml.emulator.mlflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.http.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files and folders of one level below a run's artifacts. */
final class ArtifactListing {
    private ArtifactListing() {}

    /**
     * @param root length of the part of each blob's name in front of the artifacts
     * @param prefix length of the part in front of the level that is listed
     */
    static List<ObjectNode> of(List<BlobItem> items, int root, int prefix) {
        Map<String, ObjectNode> level = new TreeMap<>();
        for (BlobItem item : items) {
            int slash = item.name().indexOf('/', prefix);
            String path = item.name().substring(root, slash < 0 ? item.name().length() : slash);
            ObjectNode entry = Json.object().put("path", path).put("is_dir", slash >= 0);
            level.put(path, slash < 0 ? entry.put("file_size", item.size()) : entry);
        }
        return List.copyOf(level.values());
    }
}

package io.jenkins.plugins.azml.engine.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A snapshot with the hash of its content.
 *
 * @param hash SHA-256 in hexadecimal digits: the official client's for the same files
 * @param checksums of the parts of each file, by the file's real path
 */
public record HashedSnapshot(Snapshot snapshot, String hash, Map<Path, List<Long>> checksums) {
    public HashedSnapshot {
        checksums = Map.copyOf(checksums);
    }
}

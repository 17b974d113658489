package io.jenkins.plugins.azml.engine.snapshot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The content hash of code: SHA-256 over the number of files, then {@code #path#size} of each, then the bytes of each.
 * The service keeps it with a code version and finds the version by it.
 *
 * <p>Paths that differ only in case are taken in the order of their code points; the official client takes them as the
 * file system lists them, so only there the two may differ.
 */
public final class CodeHash {
    /** The version of this recipe, as it is sent along with the hash. */
    public static final String VERSION = "202208";

    private CodeHash() {}

    public static HashedSnapshot of(Snapshot snapshot) {
        MessageDigest digest = Contents.digest("SHA-256");
        digest.update(bytes(String.valueOf(snapshot.files().size())));
        for (SourceFile file : snapshot.files()) {
            digest.update(bytes("#" + file.path() + "#" + file.size()));
        }
        Contents contents = new Contents(digest);
        Map<Path, List<Long>> checksums = new HashMap<>();
        for (SourceFile file : snapshot.files()) {
            checksums.put(file.file(), contents.add(file));
        }
        return new HashedSnapshot(snapshot, HexFormat.of().formatHex(digest.digest()), checksums);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

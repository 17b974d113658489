package io.jenkins.plugins.azml.engine.snapshot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The content hash of data and local models: SHA-256, seeded with a sentence, over the names and bytes of a folder's
 * entries, folder by folder. It names the place of the upload in the datastore.
 */
public final class AssetHash {
    private static final String SEED = "Initialize for october 2021 AML CLI version";

    private final IgnoreRules rules;
    private final Links links;
    private final MessageDigest digest = Contents.digest("SHA-256");
    private final Contents contents = new Contents(digest);
    private final Map<Path, SourceFile> files = new HashMap<>();
    private final Map<Path, List<Long>> checksums = new HashMap<>();

    private AssetHash(Snapshot snapshot) {
        this.rules = IgnoreRules.of(snapshot.root());
        this.links = new Links(snapshot.root());
        snapshot.files().forEach(file -> files.put(file.file(), file));
    }

    public static HashedSnapshot of(Snapshot snapshot) {
        return new AssetHash(snapshot).hash(snapshot);
    }

    private HashedSnapshot hash(Snapshot snapshot) {
        digest.update(SEED.getBytes(StandardCharsets.UTF_8));
        if (snapshot.isFolder()) {
            folder(snapshot.root());
        } else {
            file(snapshot.files().get(0));
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        addUnhashed(snapshot);
        return new HashedSnapshot(snapshot, hash, checksums);
    }

    private void folder(Path folder) {
        List<Path> entries = Links.entries(folder);
        entries.sort(Comparator.comparing(AssetHash::name, AssetHash::compareNames));
        for (Path entry : entries) {
            if (!rules.exclude(entry)) {
                digest.update(name(entry).getBytes(StandardCharsets.UTF_8));
                entry(entry);
            }
        }
    }

    private void entry(Path entry) {
        BasicFileAttributes attributes = Links.attributes(entry);
        if (attributes.isSymbolicLink()) {
            entry(links.target(entry));
        } else if (attributes.isDirectory()) {
            folder(entry);
        } else {
            file(known(entry));
        }
    }

    private SourceFile known(Path entry) {
        SourceFile file = files.get(entry);
        if (file == null) {
            throw Contents.changed(entry);
        }
        return file;
    }

    private void file(SourceFile file) {
        checksums.put(file.file(), contents.add(file));
    }

    /** A {@code !pattern} below an ignored folder: the official client uploads such a file, but does not hash it. */
    private void addUnhashed(Snapshot snapshot) {
        for (SourceFile file : snapshot.files()) {
            if (!checksums.containsKey(file.file())) {
                file(file);
            }
        }
    }

    private static int compareNames(String one, String other) {
        int anyCase = CodePoints.compare(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
        return anyCase == 0 ? CodePoints.compare(one, other) : anyCase;
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}

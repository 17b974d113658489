package io.jenkins.plugins.azml.emulator.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings blobs into folders and folders into blobs. */
public final class BlobFiles {
    private final BlobStore store;

    public BlobFiles(BlobStore store) {
        this.store = store;
    }

    /**
     * Brings the blobs of a folder below the target, which is made.
     *
     * @return how many there were
     * @throws IOException also when a blob's name would lead out of the target
     */
    public int fetchFolder(BlobLocation folder, Path target) throws IOException {
        Files.createDirectories(target);
        String prefix = folder.below("");
        List<BlobItem> blobs = store.list(folder.container(), prefix).stream()
                // A name with a slash at the end stands for an empty folder.
                .filter(blob -> !blob.name().endsWith("/"))
                .toList();
        for (BlobItem blob : blobs) {
            fetch(folder.container(), blob.name(), inside(target, blob.name().substring(prefix.length())));
        }
        return blobs.size();
    }

    /** Brings one blob; false when there is none. */
    public boolean fetchFile(BlobLocation blob, Path target) throws IOException {
        return fetch(blob.container(), blob.path(), target);
    }

    private boolean fetch(Container container, String blob, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        return store.download(container, blob, target);
    }

    private static Path inside(Path root, String relative) throws IOException {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root.normalize()) || relative.indexOf('\0') >= 0) {
            throw new IOException("blob '" + relative + "' would be written outside of its folder");
        }
        return path;
    }

    /** Stores every regular file below a folder; links are not followed. Nothing happens when there is no folder. */
    public void storeFolder(Path source, BlobLocation folder) throws IOException {
        if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        store.createContainer(folder.container());
        List<Path> files;
        try (Stream<Path> tree = Files.walk(source)) {
            files = tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String relative = source.relativize(file)
                    .toString()
                    .replace(source.getFileSystem().getSeparator(), "/");
            store.upload(folder.container(), folder.below(relative), file);
        }
    }

    /** Stores one file. */
    public void storeFile(Path source, BlobLocation blob) throws IOException {
        store.createContainer(blob.container());
        store.upload(blob.container(), blob.path(), source);
    }
}

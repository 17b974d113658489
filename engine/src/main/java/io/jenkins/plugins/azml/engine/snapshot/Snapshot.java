package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The files of a code or data folder at one moment, or a single file.
 *
 * @param root the real path of the folder or file
 * @param name its last part: what the upload is called
 * @param files sorted by lower-case path
 */
public record Snapshot(Path root, String name, boolean isFolder, List<SourceFile> files) {
    private static final long LARGE = 100_000_000;

    public Snapshot {
        files = List.copyOf(files);
    }

    /**
     * Looks at a folder or file.
     *
     * @throws ProblemException FILE_NOT_FOUND if there is none; INVALID_FILE for a link that leads out of the folder, a
     *     file that cannot be read, an ignore file that is wrong, a folder without files
     */
    public static Snapshot of(Path place) {
        Path root = real(place);
        String name = String.valueOf(root.getFileName());
        if (!Files.isDirectory(root)) {
            return new Snapshot(root, name, false, List.of(single(root, name)));
        }
        List<SourceFile> files = sorted(Walk.files(root));
        if (files.isEmpty()) {
            throw Problem.of(ProblemCode.INVALID_FILE, "the folder '" + place + "' holds no file that is not ignored")
                    .asException();
        }
        return new Snapshot(root, name, true, files);
    }

    private static Path real(Path place) {
        if (!Files.exists(place)) {
            throw Problem.of(ProblemCode.FILE_NOT_FOUND, "there is no file or folder '" + place + "'")
                    .asException();
        }
        try {
            return place.toRealPath();
        } catch (IOException e) {
            throw Unreadable.problem(place, e);
        }
    }

    private static SourceFile single(Path file, String name) {
        var attributes = Links.attributes(file);
        if (!attributes.isRegularFile()) {
            throw Problem.of(ProblemCode.INVALID_FILE, "'" + file + "' is neither a file nor a folder")
                    .asException();
        }
        return new SourceFile(name, file, attributes.size(), attributes.lastModifiedTime());
    }

    private static List<SourceFile> sorted(List<SourceFile> files) {
        record Keyed(String key, SourceFile file) {}
        return files.stream()
                .map(file -> new Keyed(file.path().toLowerCase(Locale.ROOT), file))
                .sorted(Comparator.comparing(Keyed::key, CodePoints::compare)
                        .thenComparing(keyed -> keyed.file().path(), CodePoints::compare))
                .map(Keyed::file)
                .toList();
    }

    /** In bytes, all files together. */
    public long size() {
        return files.stream().mapToLong(SourceFile::size).sum();
    }

    /** Whether it is worth a warning: over 100 MB, as the official client has it. */
    public boolean isLarge() {
        return size() > LARGE;
    }

    /** The largest files, largest first. */
    public List<SourceFile> largest(int count) {
        return files.stream()
                .sorted(Comparator.comparingLong(SourceFile::size).reversed())
                .limit(count)
                .toList();
    }
}

package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of a folder that the ignore rules leave. The rules see a file at its real folder, also below a link
 * to that folder. What runs keep below {@code .azml} is left out whatever they say: it changes with every turn.
 */
final class Walk {
    private static final Path RUNS = Path.of(".azml");
    private static final int MOST_ENTRIES = 2_000_000;

    private final Path root;
    private final IgnoreRules rules;
    private final Links links;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Path> above = new ArrayList<>();
    private int entries;

    private Walk(Path root) {
        this.root = root;
        this.rules = IgnoreRules.of(root);
        this.links = new Links(root);
    }

    /** @param root a real path */
    static List<SourceFile> files(Path root) {
        Walk walk = new Walk(root);
        walk.folder(root, "");
        return walk.files;
    }

    private void folder(Path folder, String prefix) {
        above.add(folder);
        for (Path entry : entries(folder)) {
            entry(entry, prefix + entry.getFileName());
        }
        above.remove(above.size() - 1);
    }

    private List<Path> entries(Path folder) {
        List<Path> found = Links.entries(folder);
        entries += found.size();
        if (entries > MOST_ENTRIES) {
            throw Problem.of(
                            ProblemCode.INVALID_FILE,
                            "'" + root + "' holds more than " + MOST_ENTRIES
                                    + " files and folders; name what is not needed in .amlignore")
                    .asException();
        }
        return found;
    }

    private void entry(Path entry, String path) {
        BasicFileAttributes attributes = Links.attributes(entry);
        if (attributes.isDirectory()) {
            below(entry, path);
        } else if (attributes.isSymbolicLink()) {
            link(entry, path);
        } else if (!rules.exclude(entry)) {
            file(entry, path, entry, attributes);
        }
    }

    private void below(Path folder, String path) {
        if (!RUNS.equals(folder.getFileName()) && !rules.excludeAllBelow(folder)) {
            folder(folder, path + "/");
        }
    }

    private void link(Path link, String path) {
        boolean excluded = rules.exclude(link);
        if (excluded && !leadsToFolderInside(link)) {
            return;
        }
        Path target = links.target(link);
        BasicFileAttributes attributes = Links.attributes(target);
        if (!attributes.isDirectory()) {
            file(link, path, target, attributes);
        } else if (above.contains(target)) {
            throw links.refused(link, "leads back to a folder above it; remove it, or name it in .amlignore");
        } else {
            below(target, path);
        }
    }

    private boolean leadsToFolderInside(Path link) {
        try {
            Path target = link.toRealPath();
            return Files.isDirectory(target) && target.startsWith(root) && !above.contains(target);
        } catch (IOException e) {
            return false;
        }
    }

    private void file(Path entry, String path, Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            throw links.refused(entry, "is neither a file nor a folder; remove it, or name it in .amlignore");
        }
        if (path.indexOf('\uFFFD') >= 0) {
            throw links.refused(entry, "has a name that is not text here; set LC_ALL=C.UTF-8 or rename it");
        }
        files.add(new SourceFile(path, file, attributes.size(), attributes.lastModifiedTime()));
    }
}

package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows links, but never out of the folder: the official client would upload whatever a link leads to, such as {@code
 * /etc/passwd}.
 */
final class Links {
    private final Path root;

    /** @param root a real path */
    Links(Path root) {
        this.root = root;
    }

    /**
     * Where a link leads.
     *
     * @throws ProblemException INVALID_FILE if that is nowhere or outside the folder
     */
    Path target(Path link) {
        Path target = resolve(link);
        if (!target.startsWith(root)) {
            throw refused(link, "leads out of the folder; put a copy there, or name the link in .amlignore");
        }
        return target;
    }

    private Path resolve(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw refused(link, "leads nowhere or in a circle; remove it, or name it in .amlignore");
        }
    }

    ProblemException refused(Path file, String why) {
        return Problem.of(ProblemCode.INVALID_FILE, "'" + root.relativize(file) + "' in '" + root + "' " + why)
                .asException();
    }

    /** What a folder holds, in no order. */
    static List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw Unreadable.problem(folder, new IOException(e));
        } catch (IOException e) {
            throw Unreadable.problem(folder, e);
        }
        return found;
    }

    static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw Unreadable.problem(file, e);
        }
    }
}

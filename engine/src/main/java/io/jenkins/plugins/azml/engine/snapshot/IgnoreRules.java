package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of a folder are left out: by its {@code .amlignore}, else by its {@code .gitignore}, else none. Ignore
 * files in folders below are not read, and they leave nothing out by default, as the official client has it.
 */
final class IgnoreRules {
    private static final List<String> FILES = List.of(".amlignore", ".gitignore");

    private final Path base;
    private final List<IgnorePattern> patterns;
    private final boolean bringsBack;

    private IgnoreRules(Path base, List<IgnorePattern> patterns) {
        this.base = base;
        this.patterns = List.copyOf(patterns);
        this.bringsBack = patterns.stream().anyMatch(pattern -> !pattern.excludes());
    }

    /** @param root a real path */
    static IgnoreRules of(Path root) {
        return FILES.stream()
                .map(root::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(file -> read(root, file))
                .orElseGet(() -> new IgnoreRules(root, List.of()));
    }

    private static IgnoreRules read(Path root, Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root) || !Files.isRegularFile(real)) {
                throw Problem.at(Where.of(file.toString()), ProblemCode.INVALID_FILE, "is not a file inside the folder")
                        .asException();
            }
            return new IgnoreRules(parent(real), patterns(file, Files.readAllLines(real)));
        } catch (CharacterCodingException e) {
            throw Problem.at(Where.of(file.toString()), ProblemCode.INVALID_FILE, "is not UTF-8 text")
                    .asException();
        } catch (IOException e) {
            throw Unreadable.problem(file, e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static List<IgnorePattern> patterns(Path file, List<String> lines) {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(0).startsWith("\uFEFF") ? lines.get(0).substring(1) : lines.get(i);
            try {
                IgnorePattern.of(line).ifPresent(patterns::add);
            } catch (IllegalArgumentException e) {
                throw Problem.at(
                                new Where(file.toString(), i + 1, 0),
                                ProblemCode.INVALID_FILE,
                                "'" + line + "' is not a pattern: " + e.getMessage())
                        .asException();
            }
        }
        return patterns;
    }

    /** Whether the file is left out: the last pattern that matches decides. */
    boolean exclude(Path file) {
        String path = relative(file);
        boolean excluded = false;
        for (IgnorePattern pattern : patterns) {
            if (excluded != pattern.excludes() && pattern.matches(path)) {
                excluded = pattern.excludes();
            }
        }
        return excluded;
    }

    /** Whether everything below the folder is surely left out, so that it need not be walked. */
    boolean excludeAllBelow(Path folder) {
        String path = relative(folder);
        return !bringsBack && patterns.stream().anyMatch(pattern -> pattern.matchesAllBelow(path));
    }

    private String relative(Path file) {
        return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}

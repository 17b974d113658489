package io.jenkins.plugins.azml.runner.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The files below a folder that match patterns: {@code *}, {@code ?} and {@code **}, several with commas between. */
public final class FileSet {
    private static final String DEFAULT_EXCLUDES =
            "**/*~,**/#*#,**/.#*,**/%*%,**/._*,**/CVS/**,**/.svn/**,**/.git/**,**/.gitignore,**/.gitattributes,"
                    + "**/.gitmodules,**/.hg/**,**/.hgignore,**/.bzr/**,**/.DS_Store";

    private final List<AntPattern> includes;
    private final List<AntPattern> excludes;

    /** @param defaultExcludes whether files of version control and editors are left out */
    public FileSet(String includes, String excludes, boolean defaultExcludes) {
        this.includes = patterns(includes.isBlank() ? "**" : includes);
        this.excludes = new ArrayList<>(patterns(excludes));
        if (defaultExcludes) {
            this.excludes.addAll(patterns(DEFAULT_EXCLUDES));
        }
    }

    private static List<AntPattern> patterns(String list) {
        return Arrays.stream(list.split("[,]"))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(AntPattern::new)
                .toList();
    }

    /** Lists the matching files, relative to the folder, with slashes, in order. */
    public List<String> list(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String relative = folder.relativize(file).toString().replace('\\', '/');
                if (matches(includes, relative) && !matches(excludes, relative)) {
                    found.add(relative);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }

    private static boolean matches(List<AntPattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}

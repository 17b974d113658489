package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.files.AntPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Says why a pattern matches nothing, in the words of Jenkins. */
final class PatternAdvice {
    private final Path folder;

    PatternAdvice(Path folder) {
        this.folder = folder;
    }

    String why(String pattern) throws IOException {
        for (int slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', slash + 1)) {
            String shorter = pattern.substring(slash + 1);
            if (matches(shorter)) {
                return "‘" + pattern + "’ doesn’t match anything, but ‘" + shorter
                        + "’ does. Perhaps that’s what you mean?";
            }
        }
        return whereItEnds(pattern);
    }

    private String whereItEnds(String pattern) throws IOException {
        String previous = pattern;
        for (String part = parent(pattern); !part.isEmpty(); part = parent(part)) {
            if (folder.resolve(part).toFile().exists()) {
                return previous.equals(pattern)
                        ? "‘" + pattern + "’ doesn’t match anything, although ‘" + part + "’ exists"
                        : "‘" + pattern + "’ doesn’t match anything: ‘" + part + "’ exists but not ‘" + previous + "’";
            }
            previous = part;
        }
        return previous.equals(pattern)
                ? "‘" + pattern + "’ doesn’t match anything"
                : "‘" + pattern + "’ doesn’t match anything: even ‘" + previous + "’ doesn’t exist";
    }

    private static String parent(String pattern) {
        int slash = pattern.lastIndexOf('/');
        return slash < 0 ? "" : pattern.substring(0, slash);
    }

    private boolean matches(String pattern) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            AntPattern ant = new AntPattern(pattern);
            return entries.anyMatch(entry -> !entry.equals(folder)
                    && ant.matches(folder.relativize(entry).toString().replace('\\', '/')));
        }
    }
}

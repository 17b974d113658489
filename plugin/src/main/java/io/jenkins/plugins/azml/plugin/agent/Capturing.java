package io.jenkins.plugins.azml.plugin.agent;

import io.jenkins.plugins.azml.engine.git.GitFacts;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a call's files say and refer to. Every text value of a file may be a path: where there is such a file or
 * folder it is noted, and the few texts that a spec takes in (conda files, environments, request bodies, MLTable) are
 * read. Bounded in files and bytes; a text outside the workspace folder is not read.
 */
final class Capturing {
    private static final Set<String> TAKEN_IN = Set.of("conda_file", "file");
    private static final String REFERENCE = "file:";
    private static final String TABLE = "MLTable";
    private static final int MOST_FILES = 5_000;
    private static final int MOST_TEXTS = 200;
    private static final long LARGEST_TEXT = 1 << 20;

    private final Path root;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    Capturing(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Capture capture(List<String> places, Map<String, String> set, Map<String, String> variables) {
        List<String> files = places.stream().flatMap(this::unfolded).toList();
        for (String file : files) {
            Path path = root.resolve(file).normalize();
            texts.put(path.toString(), needed(path, file));
            follow(path, document(path));
            set.forEach((key, value) -> refer(path, key.substring(key.lastIndexOf('.') + 1), value));
        }
        Path where = files.isEmpty() ? root : root.resolve(files.get(0));
        return new Capture(
                root.toString(),
                files,
                texts,
                List.copyOf(folders),
                List.copyOf(others),
                GitFacts.of(where, variables));
    }

    private Stream<String> unfolded(String place) {
        Path folder = root.resolve(place);
        if (!Files.isDirectory(folder)) {
            return Stream.of(place);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches(".*\\.ya?ml"))
                    .sorted()
                    .map(name -> place + "/" + name)
                    .toList();
            if (found.isEmpty()) {
                throw problem("there is no .yml file in the folder '" + place + "'");
            }
            return found.stream();
        } catch (IOException e) {
            throw problem("cannot read the folder '" + place + "'");
        }
    }

    private Node document(Path file) {
        return YamlReader.read(
                texts.getOrDefault(file.toString(), ""), root.relativize(file).toString());
    }

    private void follow(Path file, Node node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> value(file, entry.name(), entry.value()));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> value(file, "", item));
        }
    }

    private void value(Path file, String key, Node node) {
        if (node instanceof Scalar scalar) {
            refer(file, key, scalar.text());
        } else {
            follow(file, node);
        }
    }

    private void refer(Path file, String key, String value) {
        boolean environment = value.startsWith(REFERENCE);
        Path path = path(file, environment ? value.substring(REFERENCE.length()) : value);
        if (path == null || texts.containsKey(path.toString())) {
            return;
        }
        if (Files.isDirectory(path)) {
            note(path);
        } else if (Files.isRegularFile(path) && (environment || TAKEN_IN.contains(key))) {
            takeIn(path, environment);
        } else if (Files.exists(path)) {
            others.add(path.toString());
        }
    }

    private static @Nullable Path path(Path file, String value) {
        if (value.isBlank() || value.length() > 1_000) {
            return null;
        }
        try {
            return file.resolveSibling(value).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private void note(Path folder) {
        if (!folders.add(folder.toString())) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 8)) {
            files.filter(Files::isRegularFile)
                    .limit(Math.max(0, MOST_FILES - others.size()))
                    .forEach(file -> others.add(file.toString()));
        } catch (IOException | UncheckedIOException e) {
            // What cannot be listed here is named when it is to be uploaded.
            return;
        }
        Path table = folder.resolve(TABLE);
        if (Files.isRegularFile(table)) {
            takeIn(table, false);
        }
    }

    private void takeIn(Path file, boolean environment) {
        if (texts.size() >= MOST_TEXTS || !isInside(file)) {
            throw problem("'" + root.relativize(file) + "' is not read: "
                    + (isInside(file) ? "the call refers to too many files" : "it is outside the workspace folder"));
        }
        texts.put(file.toString(), needed(file, root.relativize(file).toString()));
        others.remove(file.toString());
        if (environment) {
            follow(file, document(file));
        }
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private String needed(Path file, String shown) {
        try {
            if (!Files.isRegularFile(file)) {
                throw problem("there is no file '" + shown + "' in the workspace folder " + root);
            }
            if (!isInside(file)) {
                throw problem("'" + shown + "' leads out of the workspace folder " + root);
            }
            if (Files.size(file) > LARGEST_TEXT) {
                throw problem("the file '" + shown + "' is larger than 1 MiB");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw problem("cannot read the file '" + shown + "' as UTF-8 text");
        }
    }

    private static ProblemException problem(String what) {
        return Problem.of(ProblemCode.FILE_NOT_FOUND, what).asException();
    }
}

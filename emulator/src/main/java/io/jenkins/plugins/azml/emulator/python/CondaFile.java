package io.jenkins.plugins.azml.emulator.python;

import io.jenkins.plugins.azml.emulator.install.InstallException;
import io.jenkins.plugins.azml.emulator.install.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a conda file: its pip part as it stands, its conda packages as the wheels that hold the same. */
public final class CondaFile {
    private static final int SIZE_LIMIT = 1 << 20;

    private CondaFile() {}

    /**
     * Reads the text.
     *
     * @param running the Python that will be used whatever the file asks for
     * @throws InstallException that says what cannot be read or which package has no wheel
     */
    public static Requirements read(String text, Version running) {
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Object dependency : dependencies(text)) {
            if (dependency instanceof String conda) {
                addConda(CondaPackage.parse(conda), running, lines, notes);
            } else {
                lines.addAll(pipPart(dependency));
            }
        }
        return Requirements.of(lines).noting(notes);
    }

    private static void addConda(CondaPackage conda, Version running, List<String> lines, List<String> notes) {
        if (!conda.name().equals("python")) {
            conda.wheel().ifPresent(lines::add);
        } else if (Version.find(conda.version()).filter(running::equals).isEmpty()
                && !conda.version().isEmpty()) {
            notes.add("the conda file asks for Python " + conda.version() + "; here it is Python " + running);
        }
    }

    private static List<?> dependencies(String text) {
        if (load(text) instanceof Map<?, ?> file && file.get("dependencies") instanceof List<?> dependencies) {
            return dependencies;
        }
        throw new InstallException("a conda file needs a list 'dependencies'");
    }

    private static Object load(String text) {
        try {
            Object document = new Load(LoadSettings.builder()
                            .setLabel("conda file")
                            .setCodePointLimit(SIZE_LIMIT)
                            .build())
                    .loadFromString(text);
            return document == null ? Map.of() : document;
        } catch (YamlEngineException invalid) {
            throw new InstallException("the conda file is not YAML: "
                    + String.valueOf(invalid.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<String> pipPart(Object dependency) {
        if (dependency instanceof Map<?, ?> part && part.get("pip") instanceof List<?> lines && part.size() == 1) {
            return lines.stream()
                    .flatMap(line -> Stream.of(String.valueOf(line)))
                    .toList();
        }
        throw new InstallException("a conda file's dependency is a package or a list 'pip', not '" + dependency + "'");
    }
}

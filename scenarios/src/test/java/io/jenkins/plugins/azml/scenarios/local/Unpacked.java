package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The folder that an archive of this build unpacks to, its command on this test's class path. */
record Unpacked(Path home) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    static Unpacked in(Path folder) {
        Unpacked unpacked = new Unpacked(Places.fresh(folder));
        for (String part : List.of("vars", "src", "resources")) {
            Places.copy(REPOSITORY.resolve(part), folder.resolve("library").resolve(part));
        }
        Places.copy(Places.EXAMPLE, folder.resolve("examples/diabetes"));
        List<String> line = Shell.azmlLine();
        String words = "'" + String.join("' '", line.subList(0, line.size() - 1)) + "' '-Dazml.home=" + folder + "' '"
                + line.get(line.size() - 1) + "'";
        Places.write(unpacked.command(), "#!/bin/sh\nexec " + words + " \"$@\"\n");
        assertThat(unpacked.command().toFile().setExecutable(true)).isTrue();
        return unpacked;
    }

    private Path command() {
        return home.resolve("bin/azml");
    }

    /** Runs its command. */
    Outcome azml(Path folder, Map<String, String> variables, String... arguments) {
        return start(folder, variables, List.of(arguments)).end();
    }

    Running start(Path folder, Map<String, String> variables, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(command().toString()));
        line.addAll(arguments);
        return new Shell(folder, variables).start(line);
    }
}

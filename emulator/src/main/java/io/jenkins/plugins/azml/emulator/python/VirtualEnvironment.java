package io.jenkins.plugins.azml.emulator.python;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Python with its packages. */
public record VirtualEnvironment(Path folder) {
    public Path bin() {
        return folder.resolve("bin");
    }

    public Path python() {
        return bin().resolve("python");
    }

    /** The variables with this environment's programs first on the search path. */
    public Map<String, String> activatedIn(Map<String, String> variables) {
        Map<String, String> active = new TreeMap<>(variables);
        String path = Optional.ofNullable(variables.get("PATH"))
                .map(old -> File.pathSeparator + old)
                .orElse("");
        active.put("PATH", bin() + path);
        active.put("VIRTUAL_ENV", folder.toString());
        return active;
    }
}

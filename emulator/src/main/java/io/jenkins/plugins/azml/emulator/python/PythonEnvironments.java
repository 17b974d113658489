package io.jenkins.plugins.azml.emulator.python;

import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.Tool;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.install.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes environments from requirements, one for all users of equal ones. Safe for use by several threads. */
public final class PythonEnvironments {
    private static final String PREFIX = "python-";
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String PYTHON_USED = ".python-used";

    private final InstallCache cache;
    private final Installer installer;
    private final ToolCheck tools;

    public PythonEnvironments(InstallCache cache, Installer installer, ToolCheck tools) {
        this.cache = cache;
        this.installer = installer;
        this.tools = tools;
    }

    /**
     * The environment of a conda file; without one that of {@link Requirements#MLFLOW}, because no image is pulled.
     *
     * @param log gets a line about everything that is worth knowing
     * @throws io.jenkins.plugins.azml.emulator.install.InstallException that says which package cannot be had and why
     */
    public VirtualEnvironment forConda(Optional<String> condaFile, Consumer<String> log) {
        Version running = version();
        return require(condaFile.map(text -> CondaFile.read(text, running)).orElse(Requirements.MLFLOW), log);
    }

    /** The environment that holds these packages. */
    public VirtualEnvironment require(Requirements requirements, Consumer<String> log) {
        requirements.notes().forEach(log);
        String name = PREFIX + requirements.fingerprint(pythonUsed());
        return new VirtualEnvironment(cache.require(name, folder -> {
            log.accept("installing " + requirements.lines().size() + " requirements into " + name);
            install(folder, requirements);
        }));
    }

    /**
     * An environment that meets requirements which are all exact versions, when there is one; otherwise one of their own.
     * For a model that lists what it was logged with: the environment that logged it will do.
     */
    public VirtualEnvironment requireAny(Requirements requirements, Consumer<String> log) {
        for (Path folder : cache.whole(PREFIX)) {
            if (meets(folder, requirements)) {
                log.accept("the requirements are met by " + folder.getFileName());
                return new VirtualEnvironment(folder);
            }
        }
        return require(requirements, log);
    }

    private boolean meets(Path folder, Requirements requirements) {
        try {
            return Files.readString(folder.resolve(PYTHON_USED)).equals(pythonUsed())
                    && InstalledPackages.of(folder).meet(requirements);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String pythonUsed() {
        return platform() + " " + version();
    }

    private Version version() {
        tools.require(Tool.PYTHON);
        return tools.check(Tool.PYTHON).found().orElseThrow();
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private void install(Path folder, Requirements requirements) throws IOException {
        tools.require(Tool.VENV);
        String what = "the Python environment";
        installer.run(what, List.of("python3", "-m", "venv", folder.toString()), folder, Map.of());
        Files.writeString(folder.resolve(PYTHON_USED), pythonUsed());
        Files.write(folder.resolve(REQUIREMENTS), requirements.lines());
        List<String> pip = List.of(
                folder.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "-r",
                REQUIREMENTS);
        installer.run(what, pip, folder, Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1", "PYTHONUNBUFFERED", "1"));
    }
}

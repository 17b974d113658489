package io.jenkins.plugins.azml.cli.jenkinsfile;

import io.jenkins.plugins.azml.cli.Distribution;
import io.jenkins.plugins.azml.cli.Release;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.emulator.LocalAzure;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.runner.RunException;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** This machine as the agent of builds: its shell steps find azml, the library of its release, and local Azure ML. */
public final class LocalAgent {
    /** The name that a Jenkinsfile knows the library of this release by. */
    public static final String LIBRARY = "azml";

    /** What a Jenkins around this process says of a build of its own. */
    private static final Pattern OF_ANOTHER_BUILD =
            Pattern.compile("(BRANCH|CHANGE|BUILD|JOB)_.*|GIT_(COMMIT|BRANCH|LOCAL_BRANCH|URL|PREVIOUS_.*)");

    private final Shell shell;
    private final Path emulator;
    private final Optional<Distribution> distribution = Distribution.ofThisProcess();

    /** @param emulator the folder of its Azure ML */
    public LocalAgent(Shell shell, Path emulator) {
        this.shell = shell;
        this.emulator = emulator.toAbsolutePath().normalize();
    }

    /** What its processes see. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(shell.environment());
        environment.keySet().removeIf(name -> OF_ANOTHER_BUILD.matcher(name).matches());
        distribution.ifPresent(here -> {
            environment.putIfAbsent("AZML_COMMAND", here.command().toString());
            environment.merge(
                    "PATH", here.programs().toString(), (path, programs) -> programs + File.pathSeparator + path);
        });
        if (!LocalAzure.isConfigured(shell)) {
            environment.putIfAbsent(LocalAzure.VARIABLE, emulator.toString());
        }
        return environment;
    }

    /** The library of this release. */
    public Optional<LibrarySource> library() {
        return distribution.map(here ->
                new LibrarySource(LIBRARY, here.library(), Release.name().replaceFirst(".* ", ""), false));
    }

    /** Runs a build to its end, and stops the local Azure ML that it has started. */
    public RunResult host(Runner runner, Supplier<RunResult> build) {
        EmulatorProcess azure = new EmulatorProcess(emulator);
        boolean stays = azure.status().isPresent();
        shell.interruption().during(runner::stop);
        try {
            return build.get();
        } catch (RunException cut) {
            // To all but this process the machine went down: what it had under way goes on.
            stays |= cut.getCause() instanceof ProgramKilled;
            throw cut;
        } finally {
            shell.interruption().over();
            if (!stays) {
                azure.stop();
            }
        }
    }
}

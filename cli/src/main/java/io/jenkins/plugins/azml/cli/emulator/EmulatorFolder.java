package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which emulator is meant: the one that lives in a folder. */
final class EmulatorFolder {
    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the emulator keeps everything; .azml/emulator unless told.")
    private @Nullable Path folder;

    Path path(Azml azml) {
        return folder == null ? azml.shell().home().resolve("emulator") : folder;
    }

    /** The option as it is to be repeated for the next command. */
    String again() {
        return folder == null ? "" : " --folder " + folder;
    }

    EmulatorProcess process(Azml azml) {
        return new EmulatorProcess(path(azml));
    }

    Ready running(Azml azml) {
        return process(azml)
                .status()
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_RUNNING, "no emulator runs in " + path(azml))
                        .asException());
    }
}

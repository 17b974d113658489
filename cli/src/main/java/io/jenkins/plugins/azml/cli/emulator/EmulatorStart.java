package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.time.Duration;

/** Starts an emulator and says so. */
public final class EmulatorStart {
    /** The first start installs a Blob server and an MLflow server. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Console console;

    public EmulatorStart(Console console) {
        this.console = console;
    }

    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException LOCAL_DISK with what its log ends with */
    public Ready start(EmulatorOptions options) {
        console.doing("starting the emulator; the first start installs what it needs");
        try {
            return new EmulatorProcess(options.folder()).start(options, LIMIT);
        } catch (IllegalStateException e) {
            throw Problem.of(ProblemCode.LOCAL_DISK, String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}

package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Duration;

/** Starts an emulator and says so. */
public final class EmulatorStart {
    /** The first start installs a Blob server and an MLflow server. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Shell shell;
    private final Console console;

    public EmulatorStart(Shell shell, Console console) {
        this.shell = shell;
        this.console = console;
    }

    /** @throws ProblemException NOT_STARTED with what its log ends with, or CANCELLED by Ctrl-C */
    public Ready start(EmulatorOptions options) {
        EmulatorProcess process = new EmulatorProcess(options.folder());
        console.doing("starting the emulator; the first start installs what it needs");
        shell.interruption().during(() -> giveUp(process));
        try {
            return process.start(options, LIMIT);
        } catch (IllegalStateException e) {
            throw failure(e);
        } finally {
            shell.interruption().over();
        }
    }

    private void giveUp(EmulatorProcess process) {
        console.note("cancelling; the emulator is being stopped");
        process.giveUp();
    }

    private ProblemException failure(IllegalStateException e) {
        Problem problem = shell.interruption().isRequested()
                ? Problem.of(ProblemCode.CANCELLED, "the start of the emulator was cancelled")
                : Problem.of(ProblemCode.NOT_STARTED, String.valueOf(e.getMessage()));
        return problem.asException();
    }
}

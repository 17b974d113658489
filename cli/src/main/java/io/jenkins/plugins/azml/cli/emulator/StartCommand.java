package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorOptions.Ports;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator start}. */
@Command(
        name = "start",
        description = "Starts the emulator, or leaves a running one as it is; returns when it answers.")
@SuppressWarnings("NullAway.Init")
final class StartCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The https port; the last one, or a free one, unless told.")
    private int port;

    @Option(
            names = "--workspaces",
            paramLabel = "NAME",
            split = ",",
            description = "Its workspaces; dev,prod unless told.")
    private List<String> workspaces = List.of("dev", "prod");

    @Option(names = "--loose", description = "Log unknown fields of a body instead of refusing them.")
    private boolean loose;

    @Option(names = "--twins", description = "Jobs and deployments follow scripts in memory: no Python, no Node.")
    private boolean twins;

    @Override
    public Integer call() {
        Azml azml = emulator.azml();
        Ready ready = new EmulatorStart(azml.shell(), azml.console()).start(options(azml));
        azml.console().result(ReadyWords.lines(ready, folder.again()), ReadyWords.json(ready));
        return 0;
    }

    private EmulatorOptions options(Azml azml) {
        try {
            return new EmulatorOptions(folder.path(azml), new Ports(port, 0, 0), workspaces, loose, twins);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}

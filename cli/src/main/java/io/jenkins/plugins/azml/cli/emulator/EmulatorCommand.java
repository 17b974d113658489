package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Azml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The local Azure ML. */
@Command(
        name = "emulator",
        description = "Azure ML on this machine: started, asked, stopped.",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            EmulatorStatusCommand.class,
            ResetCommand.class,
            EnvCommand.class,
            FaultsCommand.class,
            RequestsCommand.class
        })
@SuppressWarnings("NullAway.Init")
public final class EmulatorCommand implements Runnable {
    @ParentCommand
    private Azml azml;

    @Spec
    private CommandSpec spec;

    Azml azml() {
        return azml;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected one of " + String.join(", ", spec.subcommands().keySet()));
    }
}

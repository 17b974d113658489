package io.jenkins.plugins.azml.cli.emulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator reset}. */
@Command(name = "reset", description = "Stops the emulator and deletes everything that it kept.")
@SuppressWarnings("NullAway.Init")
final class ResetCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Override
    public Integer call() {
        folder.process(emulator.azml()).reset();
        emulator.azml()
                .console()
                .result(
                        List.of("deleted " + folder.path(emulator.azml())),
                        Map.of("deleted", folder.path(emulator.azml()).toString()));
        return 0;
    }
}

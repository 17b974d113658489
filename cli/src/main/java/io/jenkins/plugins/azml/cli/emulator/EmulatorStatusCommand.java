package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator status}. */
@Command(name = "status", description = "Says whether the emulator runs, and where. Exit status 5: it does not.")
@SuppressWarnings("NullAway.Init")
final class EmulatorStatusCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Override
    public Integer call() {
        Ready ready = folder.running(emulator.azml());
        emulator.azml().console().result(ReadyWords.lines(ready, folder.again()), ReadyWords.json(ready));
        return 0;
    }
}

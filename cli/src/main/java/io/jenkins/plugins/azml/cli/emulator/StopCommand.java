package io.jenkins.plugins.azml.cli.emulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator stop}. */
@Command(name = "stop", description = "Stops the emulator and everything that it started.")
@SuppressWarnings("NullAway.Init")
final class StopCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Override
    public Integer call() {
        boolean ran = folder.process(emulator.azml()).stop();
        emulator.azml().console().result(List.of(ran ? "stopped" : "no emulator ran"), Map.of("stopped", ran));
        return 0;
    }
}

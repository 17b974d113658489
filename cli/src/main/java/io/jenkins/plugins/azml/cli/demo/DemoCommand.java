package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.emulator.EmulatorStart;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the whole loop. */
@Command(
        name = "demo",
        description = "Runs the worked example through the whole loop on local Azure ML. Needs no Azure.")
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Option(names = "--keep", description = "Leave the emulator running, and print where everything is.")
    private boolean keep;

    @Override
    public Integer call() {
        // Between two stages too, Ctrl-C must not leave the emulator behind; the next stage to begin is cancelled.
        azml.shell().interruption().during(() -> {});
        try {
            return demonstrate();
        } finally {
            azml.shell().interruption().over();
        }
    }

    private int demonstrate() {
        Instant begun = azml.shell().clock().instant();
        Installed before = Installed.now(azml.shell());
        Path work = Example.workFolder(azml.shell());
        Example example = Example.copiedInto(work);
        EmulatorOptions options = EmulatorOptions.in(work.resolve("emulator"));
        azml.console().heading("local Azure ML");
        Ready ready = new EmulatorStart(azml.shell(), azml.console()).start(options);
        azml.console().note("ready at " + ready.secure() + ", workspaces " + String.join(", ", ready.workspaces()));
        try {
            Steps steps = new Steps(shell(ready, work), azml.console());
            Loop loop = new Loop(example, steps, azml.shell().environment());
            loop.run();
            loop.runWorse();
            Summary summary =
                    new Summary(steps.done(), loop.filesSent(), before.newSince(azml.shell()), begun, azml.shell());
            azml.console().result(summary.lines(ready, keep), summary.json());
            return summary.isAsExpected() ? ExitCode.DONE.status() : ExitCode.FAILED.status();
        } finally {
            if (!keep) {
                new EmulatorProcess(options.folder()).stop();
            }
        }
    }

    /** This shell as it is after {@code eval "$(azml emulator env)"}, in the work folder. */
    private Shell shell(Ready ready, Path work) {
        Shell outer = azml.shell();
        Map<String, String> environment = new LinkedHashMap<>(outer.environment());
        environment.keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("AZML_"));
        environment.putAll(Environment.of(ready, "dev").variables());
        return new Shell(
                environment,
                work,
                outer.out(),
                outer.err(),
                outer.terminal(),
                outer.clock(),
                outer.random(),
                outer.interruption());
    }
}

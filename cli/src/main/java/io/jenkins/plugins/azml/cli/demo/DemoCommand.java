package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.emulator.EmulatorStart;
import io.jenkins.plugins.azml.cli.emulator.LocalAzure;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the whole way of a model. */
@Command(
        name = "demo",
        description = "Runs the worked example's Jenkinsfile on local Azure ML: a pull request, the main branch with an"
                + " approval, a worse candidate. Needs no Azure.")
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Option(names = "--keep", description = "Leave the emulator running, and print where everything is.")
    private boolean keep;

    @Override
    public Integer call() {
        // Between two builds too, Ctrl-C must not leave the emulator behind; the next build to begin is stopped.
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
        Path work = azml.shell().home().resolve("demo");
        Repository repository = Repository.in(work.resolve("repository"));
        EmulatorOptions options = EmulatorOptions.in(work.resolve("emulator"));
        azml.console().heading("local Azure ML");
        Ready ready = new EmulatorStart(azml.shell(), azml.console()).start(options);
        azml.console().note("ready at " + ready.secure() + ", workspaces " + String.join(", ", ready.workspaces()));
        try {
            Story story = new Story(repository, new Builds(shell(work), azml.console(), options.folder()));
            ExitCode exit = story.tell();
            Summary summary = new Summary(story, before.newSince(azml.shell()), begun, azml.shell(), work);
            azml.console().result(summary.lines(ready, keep), summary.json());
            return exit.status();
        } finally {
            if (!keep) {
                new EmulatorProcess(options.folder()).stop();
            }
        }
    }

    /** Secrets too: the demo's processes have no use for them. What azml has installed is kept in one place for all. */
    private static boolean isOfAzure(String name) {
        return (name.startsWith("AZURE_") || name.startsWith("AZML_")) && !name.equals("AZML_CACHE");
    }

    /** This shell in the work folder, without anything that names another Azure. */
    private Shell shell(Path work) {
        Shell outer = azml.shell();
        Map<String, String> environment = new LinkedHashMap<>(outer.environment());
        environment.keySet().removeAll(LocalAzure.CONFIGURATION);
        environment.keySet().removeIf(DemoCommand::isOfAzure);
        return new Shell(
                environment,
                work,
                outer.out(),
                outer.err(),
                outer.terminal(),
                outer.clock(),
                outer.random(),
                outer.interruption(),
                outer.outside());
    }
}

package io.jenkins.plugins.azml.emulator.install;

import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs a package manager with the configuration of its user. */
public final class Installer {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int KEPT_OUTPUT = 8192;

    private final ChildEnvironment environment;
    private final Children children;

    public Installer(ChildEnvironment environment, Children children) {
        this.environment = environment;
        this.children = children;
    }

    /**
     * Runs it to its end.
     *
     * @param what for the message, for example {@code Azurite}
     * @throws InstallException with the last line that it wrote about an error
     */
    public void run(String what, List<String> line, Path folder, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment.installing());
        all.putAll(more);
        var output = new TailOutput(KEPT_OUTPUT);
        var command = Command.of("installation of " + what, line, folder, all).within(LIMIT);
        var result = BoundedProcess.start(command, children, output).await();
        if (!result.succeeded()) {
            throw new InstallException("cannot install " + what + ": " + reason(result, output.text()));
        }
    }

    private static String reason(BoundedProcess.Result result, String output) {
        if (result.end() == BoundedProcess.End.TIMED_OUT) {
            return "not done after " + LIMIT.toMinutes() + " minutes; see whether the package registry is reachable";
        }
        return output.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("err"))
                .reduce((first, second) -> second)
                .orElse("exit code " + result.exitCode())
                .strip();
    }
}

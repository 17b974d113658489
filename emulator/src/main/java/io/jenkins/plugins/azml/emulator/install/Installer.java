package io.jenkins.plugins.azml.emulator.install;

import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs a package manager with the configuration of its user. */
public final class Installer {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int KEPT_OUTPUT = 8192;
    private static final int SHOWN_ERRORS = 3;
    private static final Pattern ERROR = Pattern.compile("^(ERROR|npm err)", Pattern.CASE_INSENSITIVE);

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
     * @throws InstallException with the first lines that it wrote about errors
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
        String errors = output.lines()
                .filter(line -> ERROR.matcher(line).find())
                .map(String::strip)
                .limit(SHOWN_ERRORS)
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? "exit code " + result.exitCode() : errors;
    }
}

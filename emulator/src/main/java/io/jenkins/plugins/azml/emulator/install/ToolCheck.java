package io.jenkins.plugins.azml.emulator.install;

import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether the tools that the emulator needs are there and new enough. */
public final class ToolCheck {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** @param found empty when the tool is missing or does not run */
    public record Finding(Tool tool, Optional<Version> found) {
        public boolean isGood() {
            return found.filter(version -> version.compareTo(tool.atLeast()) >= 0)
                    .isPresent();
        }

        /** One line: what is so, and when that is not enough what to do. */
        public String message() {
            if (isGood()) {
                return tool.program() + " " + found.orElseThrow();
            }
            String state = found.map(
                            version -> tool.program() + " is " + version + ", " + tool.atLeast() + " is needed")
                    .orElse(tool.program() + " is not there or does not run");
            return state + ": " + tool.fix();
        }
    }

    private final ChildEnvironment environment;
    private final Children children;

    public ToolCheck(ChildEnvironment environment, Children children) {
        this.environment = environment;
        this.children = children;
    }

    /** All tools that the emulator needs, in a fixed order. */
    public List<Finding> all() {
        return List.of(check(Tool.NODE), check(Tool.NPM), check(Tool.PYTHON), check(Tool.VENV), check(Tool.BASH));
    }

    /** @throws InstallException when the tool is missing or too old */
    public void require(Tool tool) {
        Finding finding = check(tool);
        if (!finding.isGood()) {
            throw new InstallException(finding.message());
        }
    }

    public Finding check(Tool tool) {
        return new Finding(tool, printed(tool).flatMap(Version::find));
    }

    private Optional<String> printed(Tool tool) {
        List<String> line = new ArrayList<>(List.of(tool.program()));
        line.addAll(tool.versionArguments());
        var output = new TailOutput(4096);
        var command = Command.of(
                        tool.program() + " version", line, Path.of("").toAbsolutePath(), environment.installing())
                .within(LIMIT);
        try {
            boolean ran =
                    BoundedProcess.start(command, children, output).await().succeeded();
            return ran ? Optional.of(output.text()) : Optional.empty();
        } catch (UncheckedIOException missing) {
            return Optional.empty();
        }
    }
}

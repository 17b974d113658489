package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code azml emulator env}. */
@Command(
        name = "env",
        description =
                "Prints what to export so that clients work unchanged in this shell. Holds a secret: do not log it.")
@SuppressWarnings("NullAway.Init")
final class EnvCommand implements Callable<Integer> {
    @ParentCommand
    private EmulatorCommand emulator;

    @Mixin
    private EmulatorFolder folder;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "WORKSPACE",
            description = "Which workspace clients find; dev unless told.")
    private String workspace = "dev";

    @Override
    public Integer call() {
        Map<String, String> variables = variables();
        List<String> lines = variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()))
                .toList();
        emulator.azml().console().result(lines, variables);
        return 0;
    }

    private Map<String, String> variables() {
        try {
            return Environment.of(folder.running(emulator.azml()), workspace).variables();
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    /** As a POSIX shell reads it back, whatever it holds. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}

package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.spec.schema.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: one line, the nearest right word, and where help is. */
final class UsageHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        Problem problem = problem(failure, command);
        Azml azml = (Azml) command.getCommandSpec().root().userObject();
        Console console = azml.console();
        console.usage(problem, command.getCommandSpec().qualifiedName());
        console.failure(ExitCode.USAGE, Map.of(), List.of(problem));
        return ExitCode.USAGE.status();
    }

    private static Problem problem(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            String what =
                    word.startsWith("-") ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
            return Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            command.getCommandSpec().qualifiedName() + " has no " + what + " '" + name(word) + "'")
                    .suggesting(nearest(word, command));
        }
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return Problem.of(
                ProblemCode.INVALID_ARGUMENT,
                text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1));
    }

    /** An option without its value, which may be a secret. */
    private static String name(String word) {
        return word.startsWith("-") ? word.replaceFirst("(?s)=.*", "") : word;
    }

    private static @Nullable String nearest(String word, CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> known.addAll(Arrays.asList(option.names())));
        return Nearest.of(name(word), known).orElse(null);
    }
}

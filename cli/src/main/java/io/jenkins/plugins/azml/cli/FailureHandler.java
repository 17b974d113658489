package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.cli.run.RunFailed;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes words and an exit status. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        Azml azml = (Azml) command.getCommandSpec().root().userObject();
        return shown(failure, azml.console()).status();
    }

    private static ExitCode shown(Exception failure, Console console) {
        if (failure instanceof RunFailed run) {
            ExitCode exit = shown(run.failure().problems(), failure, console);
            if (run.mayGoOn()) {
                console.note("  run: azml resume " + run.run());
            }
            console.failure(
                    exit,
                    Map.of("run", run.run().value(), "stage", run.stage()),
                    run.failure().problems());
            return exit;
        }
        List<Problem> problems = problems(failure);
        ExitCode exit = shown(problems, failure, console);
        console.failure(exit, Map.of(), problems);
        return exit;
    }

    private static ExitCode shown(List<Problem> problems, Exception failure, Console console) {
        ExitCode exit = ExitCode.of(problems.get(0).kind());
        if (console.isDebug() || exit == ExitCode.BUG) {
            console.trace(failure);
        }
        console.problems(problems);
        return exit;
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof ProblemException problem) {
            return problem.problems();
        }
        if (failure instanceof Unsettled unsettled) {
            return List.of(unsettled.problem());
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            return List.of(Problem.of(ProblemCode.LOCAL_DISK, "could not read or write: " + failure.getMessage()));
        }
        return List.of(Problem.of(ProblemCode.BUG, "unexpected " + failure));
    }
}

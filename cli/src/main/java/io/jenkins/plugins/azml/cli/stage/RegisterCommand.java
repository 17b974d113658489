package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Registers a job's model. */
@Command(
        name = "register",
        description = "Registers a completed job's model as the next version, with where it comes from.")
@SuppressWarnings("NullAway.Init")
public final class RegisterCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "MODEL", description = "The model's YAML: name, type, description, tags.")
    private Path file;

    @Option(names = "--job", paramLabel = "JOB", description = "That logged the model; the evaluation's unless told.")
    private @Nullable String job;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Of the model among the job's artifacts; model unless told.")
    private String path = "model";

    @Option(
            names = "--evaluation",
            paramLabel = "RUN",
            description = "The run of 'azml evaluate' whose verdict the version bears; promotion wants a passing one.")
    private @Nullable String evaluation;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() {
        RegisterCall arguments = evaluation == null
                ? unjudged()
                : new Evaluations(azml).register(new RunId(evaluation), file, job, path);
        return azml.begin(new RegisterDoor(), arguments, run.order(azml, file), run.mode());
    }

    private RegisterCall unjudged() {
        if (job == null) {
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, "expected --evaluation RUN or --job JOB")
                    .asException();
        }
        return new RegisterCall(file.toString(), job, path, "");
    }
}

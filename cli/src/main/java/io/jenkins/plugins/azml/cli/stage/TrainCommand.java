package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Trains. */
@Command(
        name = "train",
        description = "Submits a command job, follows its log, and ends well only if the job is Completed.")
@SuppressWarnings("NullAway.Init")
public final class TrainCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "FILE", description = "The job's YAML (CLI v2, type: command).")
    private Path file;

    @Mixin
    private RunOptions run;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file, for example inputs.alpha=0.1; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--experiment", paramLabel = "NAME", description = "For a file that names none.")
    private String experiment = "azml";

    @Option(names = "--no-logs", description = "Do not follow the job's log.")
    private boolean noLogs;

    @Option(
            names = "--reuse",
            description = "Take a completed job with the same code, data, environment and parameters, if there is one.")
    private boolean reuse;

    @Option(
            names = "--queue-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Cancel a job that waits longer for compute; 6h unless told.")
    private Duration queueLimit = TrainRequest.Limits.usual().queued();

    @Option(
            names = "--run-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Cancel a job that runs longer; 7d unless told.")
    private Duration runLimit = TrainRequest.Limits.usual().running();

    @Option(
            names = "--download",
            paramLabel = "FOLDER",
            description = "Where a completed job's artifacts and named outputs go.")
    private @Nullable Path download;

    @Override
    public Integer call() {
        var arguments = new TrainDoor.Arguments(
                new TrainCall(
                        file.toString(),
                        set,
                        experiment,
                        Stamps.of(file, azml.shell().environment()),
                        new TrainRequest.Limits(queueLimit, runLimit),
                        !noLogs,
                        reuse),
                download == null ? null : download.toString());
        return azml.begin(new TrainDoor(), arguments, run.order(azml, file), run.mode());
    }
}

package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a job by gates. */
@Command(
        name = "evaluate",
        description =
                "Judges a completed job by gates, against what an endpoint serves. Exit status 3: a gate stopped it.")
@SuppressWarnings("NullAway.Init")
public final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "GATES", description = "The gates file.")
    private Path gates;

    @Option(names = "--job", paramLabel = "JOB", required = true, description = "Whose metrics are judged.")
    private String job;

    @Option(
            names = "--endpoint",
            paramLabel = "NAME",
            description = "Compare with the model that serves there; without it, limits alone decide.")
    private @Nullable String endpoint;

    @Option(
            names = "--champion-in",
            paramLabel = "WORKSPACE",
            description = "The endpoint's workspace, where it is not the job's.")
    private @Nullable String championIn;

    @Option(
            names = "--test-input",
            paramLabel = "INPUT",
            description = "The job's input with the test data; test_data unless told.")
    private String testInput = "test_data";

    @Mixin
    private RunOptions run;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        Map<String, Place> workspaces = new LinkedHashMap<>();
        workspaces.put(RunRecord.WORKSPACE, run.place(azml));
        if (championIn != null) {
            workspaces.put(Scene.CHAMPION, run.place(azml, championIn));
        }
        var arguments = new EvaluateCall(gates.toString(), job, endpoint, testInput);
        return azml.begin(new EvaluateDoor(), arguments, run.order(workspaces, List.of(gates)), run.mode(reports));
    }
}

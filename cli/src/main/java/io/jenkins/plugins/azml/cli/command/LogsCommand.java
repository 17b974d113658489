package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.stage.WorkspaceOptions;
import io.jenkins.plugins.azml.engine.azure.RunHistory;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.logs.LogPage;
import io.jenkins.plugins.azml.engine.logs.LogReader;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a job's log. */
@Command(name = "logs", description = "Prints the log that a job has written so far.")
@SuppressWarnings("NullAway.Init")
public final class LogsCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "JOB", description = "A job's name; a training run's id is one.")
    private String job;

    @Mixin
    private WorkspaceOptions workspace;

    @Override
    public Integer call() {
        List<String> lines = lines(azml.connections().workspace(place()));
        azml.console().result(lines.stream().map(line -> "| " + line).toList(), Map.of("job", job, "lines", lines));
        return 0;
    }

    private Place place() {
        RunId run = new RunId(job);
        return azml.runs().exists(run)
                ? azml.runs().find(run).record().place(RunRecord.WORKSPACE)
                : azml.workspaceNames().place(workspace.flags());
    }

    private List<String> lines(Workspace where) {
        RunHistory.Details details = where.runHistory().details(job).orElseThrow(() -> missing(where));
        BlobUrl log = details.mainLog().map(url -> BlobUrl.of(url.toString())).orElseThrow(this::silent);
        LogReader reader = new LogReader(where.blobs());
        List<String> lines = new ArrayList<>();
        LogPage page = reader.read(log, LogCursor.start(), true);
        lines.addAll(page.lines());
        while (page.more()) {
            page = reader.read(log, page.next(), true);
            lines.addAll(page.lines());
        }
        return lines;
    }

    private ProblemException missing(Workspace where) {
        return Problem.of(ProblemCode.NOT_FOUND, "there is no job '" + job + "' in workspace '" + where.id() + "'")
                .asException();
    }

    private ProblemException silent() {
        return Problem.of(ProblemCode.NOT_FOUND, "job '" + job + "' has written no log yet")
                .asException();
    }
}

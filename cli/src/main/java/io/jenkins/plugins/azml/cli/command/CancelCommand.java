package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.run.Ended;
import io.jenkins.plugins.azml.cli.run.Mode;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.stage.Doors;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Ends a run. */
@Command(
        name = "cancel",
        description = "Ends a run in order: its job is cancelled, its new deployment removed. Exit status 4.")
@SuppressWarnings("NullAway.Init")
public final class CancelCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "RUN", description = "The run's id; 'azml status' lists them.")
    private String run;

    @Override
    public Integer call() {
        RunRecord record = azml.runs().find(new RunId(run)).record();
        Ended<?> ended = azml.stageRuns().resume(Doors.named(record.stage()), record, Mode.cancelling());
        azml.console().note("run '" + run + "' had ended before; nothing was cancelled");
        return azml.show(ended);
    }
}

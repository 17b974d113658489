package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.stage.Doors;
import io.jenkins.plugins.azml.cli.stage.ReportOptions;
import io.jenkins.plugins.azml.cli.stage.TimeConverter;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes a run up again. */
@Command(
        name = "resume",
        description = "Takes a run up where it was left, after a crash or --no-wait, and sees it through.")
@SuppressWarnings("NullAway.Init")
public final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "RUN", description = "The run's id; 'azml status' lists them.")
    private String run;

    @Option(names = "--no-wait", description = "Return once Azure has taken the work over.")
    private boolean noWait;

    @Option(
            names = "--wait-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Return once it has waited this long, if the run still goes on.")
    private @Nullable Duration waitLimit;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        RunRecord record = azml.runs().find(new RunId(run)).record();
        return azml.show(azml.stageRuns()
                .resume(Doors.named(record.stage()), record, reports.mode(!noWait && waitLimit == null, waitLimit)));
    }
}

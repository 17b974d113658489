package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.run.Mode;
import io.jenkins.plugins.azml.cli.run.Order;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every stage is called with. */
@SuppressWarnings("NullAway.Init")
final class RunOptions {
    @Mixin
    private WorkspaceOptions workspace;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "The run's id; names of jobs and deployments are made of it.")
    private @Nullable String run;

    @Option(
            names = "--no-wait",
            description = "Return the run's id once Azure has taken the work over; 'azml resume' sees it through.")
    private boolean noWait;

    Place place(Azml azml) {
        return azml.workspaceNames().place(workspace.flags());
    }

    /** The place of another workspace, in the same subscription and group unless the configuration says otherwise. */
    Place place(Azml azml, String other) {
        return azml.workspaceNames().place(workspace.flags().with(other));
    }

    Order order(Azml azml, Path... files) {
        return order(Map.of(RunRecord.WORKSPACE, place(azml)), List.of(files));
    }

    Order order(Map<String, Place> workspaces, List<Path> files) {
        return new Order(run, workspaces, files);
    }

    Mode mode() {
        return new Mode(!noWait, null, false, null, null);
    }

    Mode mode(ReportOptions reports) {
        return reports.mode(!noWait, null);
    }
}

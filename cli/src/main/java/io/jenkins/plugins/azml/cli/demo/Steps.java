package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.cli.run.Ended;
import io.jenkins.plugins.azml.cli.run.Mode;
import io.jenkins.plugins.azml.cli.run.Order;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.cli.run.StageRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls doors one after the other and keeps the score. */
final class Steps {
    private final Shell shell;
    private final Console console;
    private final StageRuns runs;
    private final WorkspaceNames names;
    private final List<Step> done = new ArrayList<>();

    /** @param shell in whose environment the emulator is found */
    Steps(Shell shell, Console console) {
        this.shell = shell;
        this.console = console;
        this.runs = new StageRuns(shell, console, new Connections(shell.environment()));
        this.names = new WorkspaceNames(shell.environment(), shell.home());
    }

    List<Step> done() {
        return done;
    }

    /** Begins a run, sees it through, and shows it as its command would. */
    <A extends Record, S, R> Ended<R> take(
            StageDoor<A, S, R> door,
            A arguments,
            Map<String, String> workspaces,
            List<Path> files,
            Function<R, String> figures) {
        String where = String.join(" -> ", workspaces.values());
        console.heading(door.name() + " in " + where);
        Instant begun = shell.clock().instant();
        Ended<R> ended = runs.begin(door, arguments, new Order(null, places(workspaces), files), Mode.waiting());
        Ended.Result<R> result = ended.result().orElseThrow();
        Duration time = Duration.between(begun, shell.clock().instant());
        ExitCode exit = result.shown().exit();
        done.add(new Step(
                door.name(),
                where,
                exit,
                time,
                figures.apply(result.value()),
                ended.run().value()));
        return ended;
    }

    /** The whole result, as its command prints it. */
    void show(Ended<?> ended) {
        ended.lines().forEach(console::note);
    }

    private Map<String, Place> places(Map<String, String> workspaces) {
        Map<String, Place> places = new LinkedHashMap<>();
        workspaces.forEach((role, name) -> places.put(role, names.place(new WorkspaceNames.Flags(name, null, null))));
        return places;
    }

    static Map<String, String> in(String workspace) {
        return Map.of(RunRecord.WORKSPACE, workspace);
    }

    static Map<String, String> in(String workspace, String role, String other) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put(RunRecord.WORKSPACE, workspace);
        both.put(role, other);
        return both;
    }
}

package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.run.Runs.Saved;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what is saved of runs. */
@Command(name = "status", description = "Lists the runs of this folder, or shows one. Asks nobody but the disk.")
@SuppressWarnings("NullAway.Init")
public final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "One run's id.")
    private @Nullable String run;

    @Override
    public Integer call() {
        if (run == null) {
            List<Saved> all = azml.runs().all();
            azml.console()
                    .result(
                            all.isEmpty() ? List.of("there are no runs in this folder") : table(all),
                            Map.of("runs", all.stream().map(StatusCommand::json).toList()));
        } else {
            Saved saved = azml.runs().find(new RunId(run));
            azml.console().result(one(saved), json(saved));
        }
        return 0;
    }

    private static List<String> table(List<Saved> all) {
        Table table = new Table("run", "stage", "state", "last moved");
        all.forEach(
                saved -> table.row(saved.record().run().value(), saved.record().stage(), state(saved), time(saved)));
        return table.lines();
    }

    private static List<String> one(Saved saved) {
        RunRecord record = saved.record();
        Table table = Table.ofNames()
                .row("run", record.run().value())
                .row("stage", record.stage())
                .row("state", state(saved))
                .row("begun", record.begun().truncatedTo(ChronoUnit.SECONDS).toString())
                .row("last moved", time(saved));
        record.workspaces().forEach((role, place) -> table.row(role, place.workspace()));
        problem(saved).ifPresent(problem -> table.row("problem", problem.code() + ": " + problem));
        return table.lines();
    }

    private static Map<String, @Nullable Object> json(Saved saved) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run", saved.record().run().value());
        json.put("stage", saved.record().stage());
        json.put("state", saved.state().map(Envelope::state).orElse(null));
        json.put("begun", saved.record().begun().toString());
        json.put("touched", saved.touched().toString());
        json.put("problem", problem(saved).map(Problem::toString).orElse(null));
        json.put("code", problem(saved).map(problem -> problem.code().name()).orElse(null));
        return json;
    }

    private static Optional<Problem> problem(Saved saved) {
        return saved.state().flatMap(envelope -> Optional.ofNullable(envelope.problem()));
    }

    private static String state(Saved saved) {
        return problem(saved)
                .map(problem -> "ended: " + problem.code())
                .or(() -> saved.state().map(Envelope::state))
                .orElse("not begun");
    }

    private static String time(Saved saved) {
        return saved.touched().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

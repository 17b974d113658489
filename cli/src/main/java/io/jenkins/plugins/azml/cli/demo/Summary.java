package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the demo has shown.
 *
 * @param filesSent by both trainings
 * @param installed servers and environments that had to be made
 */
record Summary(List<Step> steps, int filesSent, long installed, Instant begun, Shell shell) {

    /** Every stage ended well, but for the last one, which a gate stopped. */
    boolean isAsExpected() {
        int last = steps.size() - 1;
        return steps.subList(0, last).stream().allMatch(step -> step.exit() == ExitCode.DONE)
                && steps.get(last).exit() == ExitCode.GATE;
    }

    List<String> lines(Ready ready, boolean kept) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table().lines());
        lines.add("");
        lines.add(
                isAsExpected()
                        ? "The first candidate serves in prod. The gate stopped the second one: exit status 3, nothing changed."
                        : "Not every stage ended as it should: see the exit statuses.");
        lines.add(reuse() + ". All in " + Words.of(time()) + ".");
        lines.addAll(where(ready, kept));
        return lines;
    }

    private Table table() {
        Table table = new Table("stage", "workspace", "exit", "time", "figures");
        steps.forEach(step -> table.row(
                step.stage(),
                step.workspace(),
                String.valueOf(step.exit().status()),
                Words.of(step.time()),
                step.figures()));
        return table;
    }

    private String reuse() {
        return (installed == 0 ? "No environment was built" : "Environments and servers built: " + installed)
                + ", "
                + (filesSent == 0 ? "no code was uploaded" : "files of code uploaded: " + filesSent);
    }

    private List<String> where(Ready ready, boolean kept) {
        Path work = Example.workFolder(shell);
        return kept
                ? List.of(
                        "",
                        "Azure ML   " + ready.secure() + " (still running)",
                        "use it     eval \"$(azml emulator env --folder " + work.resolve("emulator") + ")\"",
                        "stop it    azml emulator stop --folder " + work.resolve("emulator"),
                        "runs       " + work.resolve(".azml/runs"))
                : List.of("Its runs are in " + work.resolve(".azml/runs") + "; with --keep everything stays up.");
    }

    private Duration time() {
        return Duration.between(begun, shell.clock().instant());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asExpected", isAsExpected());
        json.put("steps", steps.stream().map(Step::json).toList());
        json.put("filesUploaded", filesSent);
        json.put("installed", installed);
        json.put("seconds", time().toMillis() / 1000.0);
        return json;
    }
}

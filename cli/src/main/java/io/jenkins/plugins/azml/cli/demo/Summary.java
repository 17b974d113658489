package io.jenkins.plugins.azml.cli.demo;

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
 * @param installed servers and environments that had to be made
 * @param work the folder of the demo
 */
record Summary(Story story, long installed, Instant begun, Shell shell, Path work) {

    List<String> lines(Ready ready, boolean kept) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table().lines());
        lines.add("");
        lines.add(
                story.isAsExpected()
                        ? "The first change serves in prod. The gate refused the second one: its build is unstable, nothing changed."
                        : "Not every build ended as it should: see the results.");
        lines.add(reuse() + ". All in " + Words.of(time()) + ".");
        lines.addAll(where(ready, kept));
        return lines;
    }

    private Table table() {
        Table table = new Table("build", "stage", "result", "time", "figures");
        story.done().forEach(build -> build.addTo(table));
        return table;
    }

    private String reuse() {
        long trained = story.done().stream()
                .filter(build -> build.evidence().hasTrained())
                .count();
        return (installed == 0 ? "No environment was built" : "Environments and servers built: " + installed)
                + ", "
                + (trained == 0 ? "nothing was trained anew" : "models trained: " + trained);
    }

    private List<String> where(Ready ready, boolean kept) {
        Path builds = work.resolve(".azml/builds/diabetes");
        return kept
                ? List.of(
                        "",
                        "Azure ML   " + ready.secure() + " (still running)",
                        "use it     eval \"$(azml emulator env --folder " + work.resolve("emulator") + ")\"",
                        "stop it    azml emulator stop --folder " + work.resolve("emulator"),
                        "builds     " + builds,
                        "sources    " + work.resolve("repository"))
                : List.of("Consoles and evidence are in " + builds + "; with --keep everything stays up.");
    }

    private Duration time() {
        return Duration.between(begun, shell.clock().instant());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asExpected", story.isAsExpected());
        json.put("builds", DemoBuild.json(story.done()));
        json.put("installed", installed);
        json.put("seconds", time().toMillis() / 1000.0);
        return json;
    }
}

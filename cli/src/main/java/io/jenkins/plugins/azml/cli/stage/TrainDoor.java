package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.Called;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.train.TrainState;
import io.jenkins.plugins.azml.engine.train.Trained;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code azml train}. */
public final class TrainDoor implements StageDoor<TrainDoor.Arguments, TrainState, Trained> {

    /**
     * What is saved of a call.
     *
     * @param download where the outputs of a completed job go, or null
     */
    public record Arguments(TrainCall call, @Nullable String download) {}

    @Override
    public String name() {
        return "train";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<TrainState, Trained> prepare(Arguments arguments, Scene scene) {
        Called<TrainState, Trained> called = arguments.call().in(scene);
        return Prepared.showing(called, trained -> {
            int downloaded = download(arguments, trained, scene);
            Map<String, @Nullable Object> json =
                    new LinkedHashMap<>(called.result().apply(trained).values());
            json.put("filesDownloaded", downloaded);
            return Shown.done(json, lines(trained, downloaded));
        });
    }

    private static int download(Arguments arguments, Trained trained, Scene scene) {
        return arguments.download() == null
                ? 0
                : new Outputs(scene.workspace(), trained.job())
                        .download(
                                Path.of(arguments.download()),
                                arguments.call().job(scene).outputs().keySet());
    }

    private static List<String> lines(Trained trained, int downloaded) {
        Table table = Table.ofNames()
                .row("job", trained.job())
                .row("metrics", figures(trained.metrics()))
                .row("uploaded", trained.filesSent() + " files");
        if (downloaded > 0) {
            table.row("downloaded", downloaded + " files");
        }
        if (!trained.studioUrl().isEmpty()) {
            table.row("look at", trained.studioUrl());
        }
        table.row("next", "azml evaluate GATES --job " + trained.job());
        return table.lines();
    }

    /** For example {@code r2 0.4712, rmse 55.102}. */
    public static String figures(Map<String, Double> metrics) {
        List<String> figures = new TreeMap<>(metrics)
                .entrySet().stream()
                        .map(metric -> metric.getKey() + " " + Words.of(metric.getValue()))
                        .collect(Collectors.toList());
        return figures.isEmpty() ? "none" : String.join(", ", figures);
    }
}

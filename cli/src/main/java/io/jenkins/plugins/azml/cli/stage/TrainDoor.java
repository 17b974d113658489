package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
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
    public record Arguments(
            String file,
            Map<String, String> set,
            String experiment,
            TrainRequest.Stamp stamp,
            TrainRequest.Limits limits,
            boolean follow,
            @Nullable String download) {}

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
        CommandJob job = Specs.read(
                Path.of(arguments.file()),
                scene.text(arguments.file()),
                new Overrides(arguments.set()),
                Kind.COMMAND_JOB,
                CommandJob.class);
        TrainRequest request = new TrainRequest(
                scene.run(), job, arguments.experiment(), arguments.stamp(), arguments.limits(), arguments.follow());
        return Prepared.of(
                new TrainStage(scene.workspace(), request),
                TrainStage.CODEC,
                TrainStage.first(request),
                trained -> show(trained, download(arguments, job, trained, scene)));
    }

    private static int download(Arguments arguments, CommandJob job, Trained trained, Scene scene) {
        return arguments.download() == null
                ? 0
                : new Outputs(scene.workspace(), trained.job())
                        .download(Path.of(arguments.download()), job.outputs().keySet());
    }

    private static Shown show(Trained trained, int downloaded) {
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
        return Shown.done(json(trained, downloaded), table.lines());
    }

    private static Map<String, @Nullable Object> json(Trained trained, int downloaded) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("job", trained.job());
        json.put("metrics", new TreeMap<>(trained.metrics()));
        json.put("params", new TreeMap<>(trained.params()));
        json.put("tags", new TreeMap<>(trained.tags()));
        json.put("filesUploaded", trained.filesSent());
        json.put("filesDownloaded", downloaded);
        json.put("studioUrl", trained.studioUrl());
        return json;
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

package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.train.TrainState;
import io.jenkins.plugins.azml.engine.train.Trained;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains.
 *
 * @param set values in place of the file's
 * @param experiment for a file that names none
 * @param follow whether the log is read along
 * @param reuse whether a completed job of the same content will do
 */
public record TrainCall(
        String file,
        Map<String, String> set,
        String experiment,
        TrainRequest.Stamp stamp,
        TrainRequest.Limits limits,
        boolean follow,
        boolean reuse)
        implements StageCall<TrainState, Trained> {

    @Override
    public Called<TrainState, Trained> in(Scene scene) {
        TrainRequest request = new TrainRequest(scene.run(), job(scene), experiment, stamp, limits, follow, reuse);
        return Called.of(
                new TrainStage(scene.workspace(), request),
                TrainStage.CODEC,
                TrainStage.first(request),
                trained -> values(trained, !trained.job().equals(scene.run().value())));
    }

    /** The job as its file and {@code set} say. */
    public CommandJob job(Scene scene) {
        return Specs.read(scene.written(file), new Overrides(set), Kind.COMMAND_JOB, CommandJob.class);
    }

    private static Map<String, @Nullable Object> values(Trained trained, boolean reused) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("job", trained.job());
        values.put("reused", reused);
        values.put("metrics", new TreeMap<>(trained.metrics()));
        values.put("params", new TreeMap<>(trained.params()));
        values.put("tags", new TreeMap<>(trained.tags()));
        values.put("filesUploaded", trained.filesSent());
        values.put("studioUrl", trained.studioUrl());
        return values;
    }
}

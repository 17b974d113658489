package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.register.RegisterState;
import io.jenkins.plugins.azml.engine.register.Registered;
import io.jenkins.plugins.azml.engine.spec.Model;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Registers a job's model.
 *
 * @param path of the model among the job's artifacts
 * @param verdict of the evaluation, or empty if nobody judged
 */
public record RegisterCall(String file, String job, String path, String verdict)
        implements StageCall<RegisterState, Registered> {

    @Override
    public Called<RegisterState, Registered> in(Scene scene) {
        RegisterRequest request = request(scene);
        return Called.of(
                new RegisterStage(scene.workspace(), request),
                RegisterStage.CODEC,
                RegisterStage.first(),
                RegisterCall::values);
    }

    private RegisterRequest request(Scene scene) {
        // The file of a model that a job logs has no path of its own.
        String artifact = "azureml://jobs/" + job + "/outputs/artifacts/paths/" + path;
        Model model = Specs.read(scene.written(file), new Overrides(Map.of("path", artifact)), Kind.MODEL, Model.class);
        Map<String, String> tags = new LinkedHashMap<>();
        model.tags().forEach((name, value) -> tags.put(name, String.valueOf(value)));
        return new RegisterRequest(
                scene.run(),
                model.name().orElseThrow(),
                model.type(),
                job,
                path,
                model.fields().text("description").orElse(""),
                tags,
                verdict);
    }

    private static Map<String, @Nullable Object> values(Registered registered) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(
                "model",
                Map.of(
                        "name",
                        registered.model().name(),
                        "version",
                        registered.model().version()));
        values.put("digest", registered.digest());
        values.put("tags", new TreeMap<>(registered.tags()));
        return values;
    }
}

package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.register.RegisterState;
import io.jenkins.plugins.azml.engine.register.Registered;
import io.jenkins.plugins.azml.engine.spec.Model;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code azml register}. */
public final class RegisterDoor implements StageDoor<RegisterDoor.Arguments, RegisterState, Registered> {

    /**
     * What is saved of a call.
     *
     * @param path of the model among the job's artifacts
     * @param verdict of the evaluation, or empty if nobody judged
     */
    public record Arguments(String file, String job, String path, String verdict) {}

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<RegisterState, Registered> prepare(Arguments arguments, Scene scene) {
        RegisterRequest request = request(arguments, scene);
        return Prepared.of(
                new RegisterStage(scene.workspace(), request),
                RegisterStage.CODEC,
                RegisterStage.first(),
                RegisterDoor::show);
    }

    private static RegisterRequest request(Arguments arguments, Scene scene) {
        // The file of a model that a job logs has no path of its own.
        String path = "azureml://jobs/" + arguments.job() + "/outputs/artifacts/paths/" + arguments.path();
        Model model = Specs.read(
                Path.of(arguments.file()),
                scene.text(arguments.file()),
                new Overrides(Map.of("path", path)),
                Kind.MODEL,
                Model.class);
        Map<String, String> tags = new LinkedHashMap<>();
        model.tags().forEach((name, value) -> tags.put(name, String.valueOf(value)));
        return new RegisterRequest(
                scene.run(),
                model.name().orElseThrow(),
                model.type(),
                arguments.job(),
                arguments.path(),
                model.fields().text("description").orElse(""),
                tags,
                arguments.verdict());
    }

    private static Shown show(Registered registered) {
        Table table = Table.ofNames()
                .row("model", registered.model().toString())
                .row("digest", registered.digest())
                .row("next", "azml promote DEPLOYMENT --model " + registered.model() + " --to WORKSPACE --tests TESTS");
        return Shown.done(
                Map.of(
                        "model", registered.model().toString(),
                        "name", registered.model().name(),
                        "version", registered.model().version(),
                        "digest", registered.digest(),
                        "tags", new TreeMap<>(registered.tags())),
                table.lines());
    }
}

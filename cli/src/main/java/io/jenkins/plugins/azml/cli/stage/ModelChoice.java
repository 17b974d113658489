package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.call.Delivery;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.ManagedOnlineDeployment;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.AssetReference;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** Which model a deployment's file names. */
record ModelChoice(Path file, Map<String, String> set) {

    /**
     * The version; {@code @latest} is what it means in the workspace now, so that a run that is resumed means the same.
     *
     * @throws ProblemException for a file with mistakes, or one that names no version of the workspace
     */
    AssetVersion in(Supplier<Workspace> workspace) {
        AssetReference reference = Specs.read(
                        file, new Overrides(set), Kind.MANAGED_ONLINE_DEPLOYMENT, ManagedOnlineDeployment.class)
                .model()
                .orElseThrow(this::nameless);
        return Delivery.version(reference).orElseGet(() -> latest(reference, workspace));
    }

    private AssetVersion latest(AssetReference reference, Supplier<Workspace> place) {
        String name = reference.name();
        if (name == null || !"latest".equals(reference.label())) {
            throw nameless();
        }
        Workspace workspace = place.get();
        return workspace
                .models()
                .latest(name)
                .map(latest -> new AssetVersion(name, latest.version()))
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no model '" + name + "' in workspace '" + workspace.id() + "'")
                        .asException());
    }

    private ProblemException nameless() {
        return Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        file + " names no registered model version: expected --model NAME:VERSION, or in the file"
                                + " model: azureml:NAME:VERSION or azureml:NAME@latest")
                .asException();
    }
}

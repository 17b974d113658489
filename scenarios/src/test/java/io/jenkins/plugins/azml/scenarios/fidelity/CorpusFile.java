package io.jenkins.plugins.azml.scenarios.fidelity;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.wire.Placeholders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the engine's corpus, named as the recorder names it.
 *
 * @param name relative to the corpus: part, kind and file
 */
record CorpusFile(String name) {
    static final Path ROOT = Path.of("..", "engine", "src", "test", "resources", "spec")
            .toAbsolutePath()
            .normalize();

    /** A folder a kind, as the recorder has them. */
    static final Map<String, Kind> KINDS = Map.of(
            "job", Kind.COMMAND_JOB,
            "data", Kind.DATA,
            "environment", Kind.ENVIRONMENT,
            "compute", Kind.COMPUTE,
            "datastore", Kind.DATASTORE,
            "model", Kind.MODEL,
            "endpoint", Kind.ONLINE_ENDPOINT,
            "deployment", Kind.MANAGED_ONLINE_DEPLOYMENT);

    /** The workspace that the recorder's stand-in is. */
    private static final Placeholders WORKSPACE = new Placeholders(
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg"
                    + "/providers/Microsoft.MachineLearningServices/workspaces/ws",
            "westeurope",
            "{experiment}");

    /** {@code corpus}, {@code refused} or {@code stricter}. */
    String part() {
        return name.split("/", -1)[0];
    }

    String kind() {
        return name.split("/", -1)[1];
    }

    /** What {@code azml render} prints, for the recorder's workspace. */
    Object rendered() {
        return Json.read(Writes.render(read(), WORKSPACE));
    }

    /** Why we refuse it. */
    Optional<String> refusal() {
        try {
            read();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private Spec read() {
        return Specs.read(ROOT.resolve(name), Overrides.none(), KINDS.get(kind()), Spec.class);
    }
}

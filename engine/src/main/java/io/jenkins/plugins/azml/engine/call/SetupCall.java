package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.setup.SetupResult;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.setup.SetupState;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets a workspace up.
 *
 * @param files in the order of their paths
 */
public record SetupCall(List<String> files) implements StageCall<SetupState, SetupResult> {
    /** What builds on what. */
    private static final List<Kind> ORDER =
            List.of(Kind.DATASTORE, Kind.COMPUTE, Kind.ENVIRONMENT, Kind.DATA, Kind.MODEL, Kind.ONLINE_ENDPOINT);

    public SetupCall {
        files = List.copyOf(files);
    }

    @Override
    public Called<SetupState, SetupResult> in(Scene scene) {
        List<Spec> specs = specs(scene);
        return Called.of(
                new SetupStage(scene.workspace(), specs), SetupStage.CODEC, SetupStage.first(), SetupCall::values);
    }

    /** Every problem of every file at once. */
    private List<Spec> specs(Scene scene) {
        List<Problem> problems = new ArrayList<>();
        List<Spec> specs = new ArrayList<>();
        for (String file : files) {
            try {
                specs.add(known(Specs.read(scene.written(file), Overrides.none())));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        specs.sort(Comparator.comparingInt(spec -> ORDER.indexOf(spec.kind())));
        return specs;
    }

    private static Spec known(Spec spec) {
        if (!ORDER.contains(spec.kind())) {
            throw Problem.of(
                            ProblemCode.INVALID_FILE,
                            spec.source().file() + " is " + spec.kind().noun()
                                    + ", which set-up does not make: move it out of the folder")
                    .asException();
        }
        return spec;
    }

    private static Map<String, @Nullable Object> values(SetupResult result) {
        List<Map<String, String>> items = result.items().stream()
                .map(item -> Map.of(
                        "file",
                        item.file(),
                        "what",
                        item.what(),
                        "effect",
                        item.effect().name().toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("items", items);
        return values;
    }
}

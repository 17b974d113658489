package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code azml setup}. */
public final class SetupDoor implements StageDoor<SetupDoor.Arguments, SetupState, SetupResult> {
    /** What builds on what. */
    private static final List<Kind> ORDER =
            List.of(Kind.DATASTORE, Kind.COMPUTE, Kind.ENVIRONMENT, Kind.DATA, Kind.MODEL, Kind.ONLINE_ENDPOINT);

    /** @param files in the order of their paths */
    public record Arguments(List<String> files) {}

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<SetupState, SetupResult> prepare(Arguments arguments, Scene scene) {
        List<Spec> specs = specs(arguments, scene);
        return Prepared.of(
                new SetupStage(scene.workspace(), specs), SetupStage.CODEC, SetupStage.first(), SetupDoor::show);
    }

    /** Every problem of every file at once. */
    private static List<Spec> specs(Arguments arguments, Scene scene) {
        List<Problem> problems = new ArrayList<>();
        List<Spec> specs = new ArrayList<>();
        for (String file : arguments.files()) {
            try {
                specs.add(known(Specs.read(Path.of(file), scene.text(file), Overrides.none())));
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

    private static Shown show(SetupResult result) {
        Table table = new Table("what", "effect", "file");
        result.items().forEach(item -> table.row(item.what(), word(item.effect()), item.file()));
        List<Map<String, String>> items = result.items().stream()
                .map(item -> Map.of("file", item.file(), "what", item.what(), "effect", word(item.effect())))
                .toList();
        return Shown.done(Map.of("items", items), table.lines());
    }

    private static String word(SetupState.Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }
}

package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.schema.Check;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.KindRow;
import io.jenkins.plugins.azml.engine.spec.schema.Kinds;
import io.jenkins.plugins.azml.engine.spec.wire.Hashes;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.List;

/** Reads CLI v2 files into specs. Nothing is sent. */
public final class Specs {
    private Specs() {}

    /**
     * Reads a file of any kind that is built.
     *
     * @throws ProblemException with every problem of the file
     */
    public static Spec read(Path file, Overrides overrides) {
        Mapping mapping = mapping(file, overrides);
        return spec(file, mapping, row(file, mapping), false);
    }

    /**
     * Reads what a file said when a run began.
     *
     * @throws ProblemException with every problem of the text
     */
    public static Spec read(Written written, Overrides overrides) {
        Mapping mapping = mapping(written, overrides);
        return spec(written.file(), mapping, row(written.file(), mapping), written.begun());
    }

    /**
     * Reads a file that must be of one kind.
     *
     * @throws ProblemException with every problem of the file
     */
    public static <S extends Spec> S read(Path file, Overrides overrides, Kind kind, Class<S> type) {
        Mapping mapping = mapping(file, overrides);
        Kinds.expect(kind, mapping);
        return type.cast(spec(file, mapping, Kinds.of(kind), false));
    }

    /** As {@link #read(Written, Overrides)}, of one kind. */
    public static <S extends Spec> S read(Written written, Overrides overrides, Kind kind, Class<S> type) {
        Mapping mapping = mapping(written, overrides);
        Kinds.expect(kind, mapping);
        return type.cast(spec(written.file(), mapping, Kinds.of(kind), written.begun()));
    }

    /** The kind of a file, whether built or not. */
    public static Kind kind(Path file) {
        return row(file, mapping(file, Overrides.none())).kind();
    }

    private static Mapping mapping(Path file, Overrides overrides) {
        return mapping(YamlReader.read(file), overrides);
    }

    private static Mapping mapping(Written written, Overrides overrides) {
        return mapping(YamlReader.read(written.text(), written.file().toString()), overrides);
    }

    private static Mapping mapping(Node root, Overrides overrides) {
        if (root instanceof Mapping mapping) {
            return overrides.applyTo(mapping);
        }
        throw problem(root.where(), ProblemCode.INVALID_FILE, "expected a mapping of keys, found " + root.noun());
    }

    private static KindRow row(Path file, Mapping mapping) {
        return Kinds.find(mapping)
                .orElseThrow(() -> problem(
                        Where.of(file.toString()),
                        ProblemCode.INVALID_FILE,
                        "the file says neither by '$schema' nor by 'type' nor by its keys what it describes"));
    }

    private static Spec spec(Path file, Mapping mapping, KindRow row, boolean trusted) {
        if (row.type() == null) {
            throw unreadable(row.kind(), Where.of(file.toString()));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Check check = new Check(folder == null ? file.toAbsolutePath() : folder, trusted);
        Object checked = row.check(mapping, check);
        List<Problem> problems = check.problems();
        if (checked == null || !problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return spec(new Source(file, Hashes.sha256(YamlWriter.write(mapping))), new Checked(row, checked));
    }

    private static Spec spec(Source source, Checked checked) {
        return switch (checked.row().kind()) {
            case COMMAND_JOB -> new CommandJob(source, checked);
            case DATA -> new DataAsset(source, checked);
            case ENVIRONMENT -> new Environment(source, checked);
            case COMPUTE -> new Compute(source, checked);
            case DATASTORE -> new Datastore(source, checked);
            case MODEL -> new Model(source, checked);
            case ONLINE_ENDPOINT -> new OnlineEndpoint(source, checked);
            case MANAGED_ONLINE_DEPLOYMENT -> new ManagedOnlineDeployment(source, checked);
            default ->
                throw new IllegalStateException("no spec for " + checked.row().kind());
        };
    }

    private static ProblemException unreadable(Kind kind, Where where) {
        return kind.isOurs()
                ? problem(where, ProblemCode.INVALID_FILE, kind.noun() + " is nothing that Azure ML keeps")
                : problem(where, ProblemCode.NOT_SUPPORTED, kind.noun() + " is not supported yet");
    }

    private static ProblemException problem(Where where, ProblemCode code, String what) {
        return Problem.at(where, code, what).asException();
    }
}

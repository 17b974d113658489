package io.jenkins.plugins.azml.engine.assets;

import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings what a spec refers to into a workspace, one piece a call, so that a stage can take a turn for each.
 *
 * <p>Everything here is named by its content: a repeated piece finds what the first try left.
 */
public final class Supply {
    private static final Set<ProblemCode> TAKEN = Set.of(ProblemCode.CONFLICT, ProblemCode.REFUSED);

    private final Workspace workspace;
    private final Function<References, List<Write>> spec;
    private final Naming naming;
    private final Uploads uploads;

    /** @param spec gives the writes of a spec, the resource itself last */
    public Supply(Workspace workspace, Function<References, List<Write>> spec, Naming naming) {
        this.workspace = workspace;
        this.spec = spec;
        this.naming = naming;
        this.uploads = new Uploads(workspace);
    }

    /**
     * Finds, uploads or registers the next missing piece; at most one remote write.
     *
     * @return how far it has come then, or empty if nothing is missing any more
     * @throws ProblemException NOT_FOUND for a label without a version, or what reading and uploading files throws
     */
    public Optional<Supplied> next(Supplied so) {
        KnownReferences references = references(so);
        List<Write> writes = spec.apply(references);
        int answered = so.answers().size();
        if (answered < references.needs().size()) {
            return Optional.of(meet(references.needs().get(answered), so));
        }
        return so.written() < writes.size() - 1
                ? Optional.of(register(writes.get(so.written()), so))
                : Optional.empty();
    }

    /** The write of the resource itself, once nothing is missing. */
    public Write last(Supplied so) {
        List<Write> writes = spec.apply(references(so));
        return writes.get(writes.size() - 1);
    }

    private KnownReferences references(Supplied so) {
        return new KnownReferences(workspace, naming, so.answers());
    }

    private Supplied meet(Need need, Supplied so) {
        if (need instanceof Need.Code code) {
            return uploads.code(code, so);
        }
        if (need instanceof Need.Upload upload) {
            return uploads.place(upload, so);
        }
        return so.with(new Answer.Version(version((Need.Label) need)), 0);
    }

    private String version(Need.Label label) {
        if (!label.label().equals("latest")) {
            throw Problem.of(
                            ProblemCode.NOT_SUPPORTED,
                            "label '" + label.label() + "' of '" + label.name() + "' is not known: expected 'latest'")
                    .asException();
        }
        return assets(label.collection())
                .latest(label.name())
                .map(Assets.Version::version)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no version of '" + label.name() + "' in workspace '" + workspace.id()
                                        + "', so '@latest' means nothing")
                        .asException());
    }

    private Assets assets(String collection) {
        return switch (collection) {
            case "data" -> workspace.data();
            case "models" -> workspace.models();
            default -> workspace.environments();
        };
    }

    private Supplied register(Write write, Supplied so) {
        if (!isKnownCode(write, so)) {
            try {
                workspace.resources().put(write.path(), write.body());
            } catch (ProblemException e) {
                settle(write, e);
            }
        }
        return so.withOneWritten();
    }

    /**
     * Named by its content: what is there already is what we wanted to write. Where another run has written it since we
     * looked, the service refuses ours as a conflict, or with HTTP 400 because it lies in another folder.
     */
    private void settle(Write write, ProblemException refusal) {
        boolean there = TAKEN.contains(refusal.problem().code())
                && workspace.resources().find(write.path()).isPresent();
        if (!there) {
            throw refusal;
        }
    }

    private static boolean isKnownCode(Write write, Supplied so) {
        return so.answers().stream()
                .anyMatch(answer -> answer instanceof Answer.Code code
                        && code.known()
                        && write.path().endsWith("/codes/" + code.name() + "/versions/" + code.version()));
    }
}

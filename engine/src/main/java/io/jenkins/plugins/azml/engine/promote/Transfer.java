package io.jenkins.plugins.azml.engine.promote;

import static io.jenkins.plugins.azml.engine.promote.Promotion.problem;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.ModelDigest;
import io.jenkins.plugins.azml.engine.azure.ModelFiles;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.blob.BlobProperties;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Copy;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The turns that bring the version to the target: permitted, copied, compared, registered. */
record Transfer(Promotion promotion) {
    private static final Set<String> PASSING = Set.of("better", "equal");
    private static final int MOST_TRIES = 3;

    Turn<PromoteState, Promoted> check() {
        Assets.Version version = promotion.findSource();
        refuseUnjudged(version);
        String digest = version.tags().getOrDefault(Tags.DIGEST, "");
        if (!digest.matches("[0-9a-f]{64}")) {
            throw problem(
                    ProblemCode.REFUSED,
                    "model '" + promotion.from() + "' has no digest in its tag " + Tags.DIGEST
                            + ": register it with azml, so that its copy can be compared");
        }
        Subject subject = new Subject(
                digest,
                version.tags().getOrDefault(Tags.COMMIT, ""),
                version.tags().getOrDefault(Tags.ENVIRONMENT, ""),
                path(version, digest));
        return Turn.next(
                isThere(digest)
                        ? new PromoteState.CopyingEnvironments(subject, 0)
                        : new PromoteState.Copying(
                                subject, "", 0, promotion.context().now()));
    }

    private void refuseUnjudged(Assets.Version version) {
        String verdict = version.tags().getOrDefault(Tags.VERDICT, "");
        if (!PASSING.contains(verdict) && promotion.plan().override() == null) {
            throw problem(
                    ProblemCode.GATE_STOPPED,
                    "model '" + promotion.from() + "' has "
                            + (verdict.isEmpty() ? "no verdict" : "the verdict '" + verdict + "'")
                            + ", and only 'better' and 'equal' are promoted");
        }
    }

    private String path(Assets.Version version, String digest) {
        ModelFiles files = ModelFiles.at(promotion.source(), place(version));
        if (files.isEmpty()) {
            throw problem(ProblemCode.NOT_FOUND, "model '" + promotion.from() + "' has no files at " + uri(version));
        }
        String folder = promotion.copyOf(digest).path();
        return files.isSingle() ? folder + "/" + files.sizes().firstKey() : folder;
    }

    private static String uri(Assets.Version version) {
        return version.body().string("modelUri").orElse("");
    }

    private static ArtifactPlace place(Assets.Version version) {
        return ArtifactPlace.of(uri(version));
    }

    /** Whether the target has the version already, with the same content. */
    private boolean isThere(String digest) {
        Optional<Assets.Version> there = promotion.findTarget();
        String other = there.map(version -> version.tags().getOrDefault(Tags.DIGEST, "none"))
                .orElse(digest);
        if (!other.equals(digest)) {
            throw problem(
                    ProblemCode.CONFLICT,
                    "model '" + promotion.to() + "' exists with other content (digest " + shorter(other) + ", that of '"
                            + promotion.from() + "' is " + shorter(digest) + ")");
        }
        return there.isPresent();
    }

    private static String shorter(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    Turn<PromoteState, Promoted> copy(PromoteState.Copying state) {
        ModelFiles source = ModelFiles.at(promotion.source(), place(promotion.needSource()));
        Optional<String> file = source.after(state.after().isEmpty() ? null : state.after());
        if (file.isEmpty()) {
            return Turn.next(new PromoteState.Measuring(
                    state.subject(), "", ModelDigest.none().toString()));
        }
        if (promotion.passed(state.since(), promotion.plan().limits().copy())) {
            throw problem(
                    ProblemCode.TIMED_OUT,
                    "model '" + promotion.from() + "' was not copied within "
                            + Promotion.words(promotion.plan().limits().copy()) + "; it stands at '" + file.get()
                            + "'");
        }
        return copy(state, file.get(), source.blob(file.get()));
    }

    private Turn<PromoteState, Promoted> copy(PromoteState.Copying state, String file, BlobUrl source) {
        BlobUrl target = copied(state.subject()).blob(file);
        Optional<BlobProperties> there = promotion.target().blobs().head(target);
        if (there.isEmpty()) {
            promotion.target().blobs().startCopy(source, target);
            return Turn.next(state);
        }
        Copy.Status status = there.get().lastCopy().map(Copy::status).orElse(Copy.Status.SUCCESS);
        return switch (status) {
            case SUCCESS -> Turn.next(new PromoteState.Copying(state.subject(), file, 0, state.since()));
            case PENDING, UNKNOWN -> promotion.later(state);
            case FAILED, ABORTED -> copyAgain(state, file, source, target, there.get());
        };
    }

    private Turn<PromoteState, Promoted> copyAgain(
            PromoteState.Copying state, String file, BlobUrl source, BlobUrl target, BlobProperties failed) {
        if (state.tries() == MOST_TRIES) {
            throw problem(
                    ProblemCode.SERVICE_ERROR,
                    "file '" + file + "' of model '" + promotion.from() + "' could not be copied: "
                            + failed.lastCopy().map(Copy::detail).orElse(""));
        }
        promotion.target().blobs().restartCopy(source, target);
        return promotion.later(
                new PromoteState.Copying(state.subject(), state.after(), state.tries() + 1, state.since()));
    }

    private ModelFiles copied(Subject subject) {
        return ModelFiles.at(promotion.target(), promotion.copyOf(subject.digest()));
    }

    Turn<PromoteState, Promoted> measure(PromoteState.Measuring state) {
        ModelFiles copy = copied(state.subject());
        Optional<String> file = copy.after(state.after().isEmpty() ? null : state.after());
        if (file.isPresent()) {
            ModelDigest digest = copy.extend(new ModelDigest(state.digest()), file.get());
            return Turn.next(new PromoteState.Measuring(state.subject(), file.get(), digest.toString()));
        }
        if (!state.digest().equals(state.subject().digest())) {
            throw problem(
                    ProblemCode.DIGEST_MISMATCH,
                    "the copy of model '" + promotion.from() + "' is not what was registered: its digest is "
                            + shorter(state.digest()) + ", expected "
                            + shorter(state.subject().digest())
                            + "; remove the folder '"
                            + promotion.copyOf(state.subject().digest()).path()
                            + "' of workspace '" + promotion.target().id() + "' before another try");
        }
        promotion
                .context()
                .say("the files of '" + promotion.from() + "' are in workspace '"
                        + promotion.target().id() + "', digest " + shorter(state.digest()));
        return Turn.next(new PromoteState.CopyingEnvironments(state.subject(), 0));
    }

    Turn<PromoteState, Promoted> copyEnvironments(PromoteState.CopyingEnvironments state) {
        EnvironmentCopy copy = new EnvironmentCopy(promotion, state.subject());
        if (state.done() == copy.count()) {
            return Turn.next(new PromoteState.Registering(state.subject()));
        }
        copy.copy(state.done());
        return Turn.next(new PromoteState.CopyingEnvironments(state.subject(), state.done() + 1));
    }

    /** Looks first in any case: the number may be taken by now. */
    Turn<PromoteState, Promoted> register(PromoteState.Registering state) {
        if (!isThere(state.subject().digest())) {
            Assets.Version version = promotion.needSource();
            promotion
                    .target()
                    .models()
                    .put(promotion.model().name(), promotion.model().version(), body(version, state.subject()));
            promotion.context().say("registers '" + promotion.to() + "'");
        }
        return Turn.next(
                new PromoteState.Registered(state.subject(), promotion.context().now()));
    }

    /** What this run wrote and cannot read is "not yet". */
    Turn<PromoteState, Promoted> await(PromoteState.Registered state) {
        if (isThere(state.subject().digest())) {
            return Turn.next(new PromoteState.Deploying(state.subject(), DeployStage.first()));
        }
        if (promotion.passed(state.since(), promotion.plan().limits().readBack())) {
            throw problem(
                    ProblemCode.TIMED_OUT,
                    "model '" + promotion.to() + "' was registered and could not be read for "
                            + Promotion.words(promotion.plan().limits().readBack()));
        }
        return promotion.later(state);
    }

    private Map<String, ?> body(Assets.Version version, Subject subject) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String member : Set.of("modelType", "description", "flavors", "properties")) {
            Object value = version.body().at(member);
            if (value != null) {
                properties.put(member, value);
            }
        }
        ArtifactPlace copy = promotion.copyOf(subject.digest());
        properties.put(
                "modelUri",
                "azureml:/" + promotion.target().id().path() + "/datastores/" + copy.datastore() + "/paths/"
                        + subject.path());
        Map<String, String> tags = new LinkedHashMap<>(version.tags());
        tags.put(Tags.FROM, promotion.from());
        properties.put("tags", tags);
        return Map.of("properties", properties);
    }
}

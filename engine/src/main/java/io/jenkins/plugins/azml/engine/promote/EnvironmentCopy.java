package io.jenkins.plugins.azml.engine.promote;

import static io.jenkins.plugins.azml.engine.promote.Promotion.problem;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Copies environments under their names and versions; one that is there with the same content stays. */
record EnvironmentCopy(Promotion promotion, Subject subject) {
    private static final List<String> CONTENT = List.of("image", "condaFile", "build", "inferenceConfig", "osType");

    int count() {
        return environments().size();
    }

    /** The deployment's, which must be somewhere, and the one that the model was trained in, if it still is. */
    private List<AssetVersion> environments() {
        Set<AssetVersion> environments = new LinkedHashSet<>();
        Optional.ofNullable(promotion.plan().environment()).ifPresent(environments::add);
        if (!subject.environment().isEmpty()) {
            environments.add(AssetVersion.of(subject.environment()));
        }
        return List.copyOf(environments);
    }

    void copy(int which) {
        AssetVersion environment = environments().get(which);
        Optional<Assets.Version> there =
                promotion.target().environments().find(environment.name(), environment.version());
        Optional<Assets.Version> original =
                promotion.source().environments().find(environment.name(), environment.version());
        if (original.isEmpty()) {
            without(environment, there.isPresent());
        } else if (there.isEmpty()) {
            refuseListed(environment);
            put(environment, original.get());
        } else if (!content(there.get()).equals(content(original.get()))) {
            throw problem(
                    ProblemCode.CONFLICT,
                    "environment '" + environment + "' exists in workspace '"
                            + promotion.target().id() + "' with other content than in '"
                            + promotion.source().id() + "'");
        }
    }

    private void without(AssetVersion environment, boolean there) {
        if (!there && environment.equals(promotion.plan().environment())) {
            throw problem(
                    ProblemCode.NOT_FOUND,
                    "environment '" + environment + "' of the deployment is neither in workspace '"
                            + promotion.source().id() + "' nor in '"
                            + promotion.target().id() + "'");
        }
    }

    /** A read that finds nothing may be an old one, and a write would replace what somebody else set up. */
    private void refuseListed(AssetVersion environment) {
        boolean listed = promotion.target().environments().list(environment.name()).stream()
                .anyMatch(version -> version.version().equals(environment.version()));
        if (listed) {
            throw new Unsettled(
                    Problem.of(
                            ProblemCode.NOT_FOUND,
                            "environment '" + environment + "' is listed in workspace '"
                                    + promotion.target().id() + "' and cannot be read yet"),
                    null,
                    false);
        }
    }

    private void put(AssetVersion environment, Assets.Version original) {
        if (original.body().object("build").isPresent()) {
            throw problem(
                    ProblemCode.NOT_SUPPORTED,
                    "environment '" + environment + "' is built from a Docker context, which cannot be copied: set it"
                            + " up in workspace '" + promotion.target().id() + "' first");
        }
        Map<String, Object> properties = content(original);
        original.body().string("description").ifPresent(text -> properties.put("description", text));
        properties.put("tags", original.tags());
        promotion
                .target()
                .environments()
                .put(environment.name(), environment.version(), Map.of("properties", properties));
        promotion.context().say("copies environment '" + environment + "'");
    }

    private static Map<String, Object> content(Assets.Version version) {
        Map<String, Object> content = new LinkedHashMap<>();
        CONTENT.forEach(member -> Optional.ofNullable(version.body().at(member))
                .filter(value -> !Objects.equals(value, ""))
                .ifPresent(value -> content.put(member, value)));
        return content;
    }
}

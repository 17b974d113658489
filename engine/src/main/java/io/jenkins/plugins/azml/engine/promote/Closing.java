package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Deployment;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The turns after the proof: evidence written, old deployments removed, the result given. */
record Closing(Promotion promotion) {

    Turn<PromoteState, Promoted> record(PromoteState.Recording state) {
        try {
            Assets.Version version = promotion.needTarget();
            Map<String, String> tags = tags(version, state.traffic());
            if (!tags.equals(version.tags())) {
                promotion
                        .target()
                        .models()
                        .put(promotion.model().name(), promotion.model().version(), body(version, tags));
            }
        } catch (ProblemException refused) {
            return Turn.next(promotion.revert(state.traffic(), Promotion.end(refused)));
        }
        return Turn.next(new PromoteState.Tidying(
                state.subject(), state.traffic(), promotion.context().now()));
    }

    private Map<String, String> tags(Assets.Version version, TrafficSwitch traffic) {
        Map<String, String> tags = new LinkedHashMap<>(version.tags());
        tags.put(Tags.ENDPOINT, promotion.plan().endpoint());
        tags.put(Tags.LIVE, traffic.to());
        tags.put(Tags.PREVIOUS, traffic.from().orElse(""));
        tags.put(Tags.PROMOTED_BY, promotion.plan().run().value());
        tags.put(Tags.OVERRIDE, Optional.ofNullable(promotion.plan().override()).orElse(""));
        tags.values().removeIf(String::isEmpty);
        return tags;
    }

    private static Map<String, ?> body(Assets.Version version, Map<String, String> tags) {
        Map<String, Object> properties = new LinkedHashMap<>(version.body().members());
        properties.remove("provisioningState");
        properties.put("tags", tags);
        return Map.of("properties", properties);
    }

    Turn<PromoteState, Promoted> tidy(PromoteState.Tidying state) {
        Optional<String> superfluous =
                promotion.passed(state.since(), promotion.plan().limits().busy())
                        ? Optional.empty()
                        : superfluous(state.traffic());
        if (superfluous.isEmpty()) {
            return Turn.next(new PromoteState.Serving(state.subject(), state.traffic()));
        }
        try {
            promotion.target().endpoints().deleteDeployment(promotion.plan().endpoint(), superfluous.get());
            promotion.context().say("removes the old deployment '" + superfluous.get() + "'");
        } catch (ProblemException refused) {
            promotion
                    .context()
                    .say("the old deployment '" + superfluous.get() + "' could not be removed: "
                            + Promotion.end(refused).what());
        }
        return promotion.later(state);
    }

    /**
     * A deployment of ours without traffic that is older than the previous one: it has been replaced. A younger one may be
     * another run's that is being tested.
     */
    private Optional<String> superfluous(TrafficSwitch traffic) {
        Endpoint endpoint = promotion.traffic().read();
        List<Deployment> deployments =
                promotion.target().endpoints().deployments(promotion.plan().endpoint());
        Optional<Instant> previous = deployments.stream()
                .filter(deployment ->
                        traffic.from().filter(deployment.name()::equals).isPresent())
                .findFirst()
                .flatMap(Closing::created);
        return deployments.stream()
                .filter(deployment -> deployment.tags().containsKey(Tags.RUN))
                .filter(deployment -> endpoint.traffic().getOrDefault(deployment.name(), 0) == 0)
                .filter(deployment -> !deployment.state().equals("Deleting"))
                .filter(deployment -> !deployment.name().equals(traffic.to())
                        && !deployment.name().equals(traffic.from().orElse("")))
                .filter(deployment ->
                        deployment.name().equals(traffic.previousBefore()) || isBefore(created(deployment), previous))
                .map(Deployment::name)
                .findFirst();
    }

    private static boolean isBefore(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private static Optional<Instant> created(Deployment deployment) {
        try {
            return deployment.resource().string("systemData", "createdAt").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Turn<PromoteState, Promoted> finish(PromoteState.Serving state) {
        return Turn.done(state, Promoted.of(promotion, promotion.needTarget(), state.traffic()));
    }
}

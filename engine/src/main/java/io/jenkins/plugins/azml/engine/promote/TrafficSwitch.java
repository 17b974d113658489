package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.azure.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All traffic moved to one deployment in one write, and what is needed to move it back: saved before the write.
 *
 * @param run that moves it
 * @param to who gets it
 * @param before percent by deployment, without zeros
 * @param previousBefore the endpoint's tag before, or empty
 */
public record TrafficSwitch(String run, String to, Map<String, Integer> before, String previousBefore) {
    private static final int ALL = 100;

    /**
     * From the endpoint as it stands. If this run has moved the traffic already and forgot, from what the tags say was
     * before.
     */
    static TrafficSwitch of(Endpoint endpoint, String run, String to) {
        Map<String, String> tags = endpoint.tags();
        String previous = tags.getOrDefault(Tags.PREVIOUS, "");
        boolean done =
                run.equals(tags.get(Tags.SWITCHED_BY)) && shares(endpoint).equals(Map.of(to, ALL));
        if (done) {
            return new TrafficSwitch(run, to, previous.isEmpty() ? Map.of() : Map.of(previous, ALL), "");
        }
        return new TrafficSwitch(run, to, shares(endpoint), previous);
    }

    /** Who had most of it before. */
    Optional<String> from() {
        return before.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    Map<String, Integer> after() {
        return Map.of(to, ALL);
    }

    boolean isBefore(Endpoint endpoint) {
        return shares(endpoint).equals(before);
    }

    boolean isAfter(Endpoint endpoint) {
        return shares(endpoint).equals(after());
    }

    /** Empty ones are taken away. */
    Map<String, String> tagsAfter() {
        return tags(to, from().orElse(""), run);
    }

    /** Empty ones are taken away. */
    Map<String, String> tagsBefore() {
        return tags(from().orElse(""), previousBefore, "");
    }

    private static Map<String, String> tags(String live, String previous, String by) {
        return Map.of(Tags.LIVE, live, Tags.PREVIOUS, previous, Tags.SWITCHED_BY, by);
    }

    private static Map<String, Integer> shares(Endpoint endpoint) {
        Map<String, Integer> shares = new LinkedHashMap<>(endpoint.traffic());
        shares.values().removeIf(share -> share == 0);
        return shares;
    }
}

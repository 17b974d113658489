package io.jenkins.plugins.azml.scenarios.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run must not leave behind, whatever became of it: seen at the moment of its end, and once all has settled. */
record AtTheEnd(World world) {
    private static final Set<String> ENDED = Set.of("Completed", "Failed", "Canceled");

    /** The jobs and deployments of a cancelled run that work on. */
    List<Violation> leftWorking() {
        return world.emulator().resources().stream()
                .filter(AtTheEnd::works)
                .filter(resource -> tags(resource).path("azml.run").asText().equals(World.RUN.value()))
                .map(resource -> new Violation(Check.CANCEL, "left behind: " + resource.key()))
                .toList();
    }

    private static boolean works(Resource resource) {
        return resource.key().kind() == Kind.JOB
                ? !ENDED.contains(resource.properties().path("status").asText())
                : resource.key().kind() == Kind.DEPLOYMENT;
    }

    private static JsonNode tags(Resource resource) {
        return resource.key().kind() == Kind.JOB
                ? resource.properties().path("tags")
                : resource.body().path("tags");
    }

    /** A run that ended badly has moved no traffic, or has moved it back. */
    List<Violation> trafficMoved() {
        Map<String, String> now = traffic(world.emulator());
        return now.equals(world.trafficAtFirst())
                ? List.of()
                : List.of(new Violation(Check.TRAFFIC, "is " + now + ", was " + world.trafficAtFirst()));
    }

    /** By endpoint; those without any are left out. */
    static Map<String, String> traffic(InMemoryEmulator emulator) {
        Map<String, String> traffic = new TreeMap<>();
        emulator.resources().stream()
                .filter(resource -> resource.key().kind() == Kind.ENDPOINT)
                .filter(endpoint -> !endpoint.properties().path("traffic").isEmpty())
                .forEach(endpoint -> traffic.put(
                        endpoint.key().toString(),
                        endpoint.properties().path("traffic").toString()));
        return traffic;
    }
}

package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How the requests of an endpoint are shared, in percent by deployment. */
record Traffic(Map<String, Integer> percent) {
    private static final int ALL = 100;
    private static final int MOST_MIRRORED = 50;

    Traffic {
        percent = Map.copyOf(percent);
    }

    /**
     * The traffic of an endpoint's properties.
     *
     * @throws ArmError 400 unless it names existing deployments and adds up to 0 or 100
     */
    static Traffic read(ObjectNode properties, Set<String> deployments) {
        Traffic traffic = new Traffic(numbers(properties.path("traffic"), deployments));
        int sum =
                traffic.percent().values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 0 && sum != ALL) {
            throw ArmError.badRequest("The traffic adds up to " + sum + " percent; it must be 0 or 100.");
        }
        int mirrored = numbers(properties.path("mirrorTraffic"), deployments).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (mirrored > MOST_MIRRORED) {
            throw ArmError.badRequest(
                    "The mirrored traffic adds up to " + mirrored + " percent; at most 50 are allowed.");
        }
        return traffic;
    }

    private static Map<String, Integer> numbers(JsonNode object, Set<String> deployments) {
        Map<String, Integer> numbers = new TreeMap<>();
        object.properties().forEach(entry -> {
            if (!deployments.contains(entry.getKey())) {
                throw ArmError.badRequest(
                        "The traffic names the deployment '" + entry.getKey() + "', which the endpoint does not have.");
            }
            numbers.put(entry.getKey(), percent(entry.getKey(), entry.getValue()));
        });
        return numbers;
    }

    private static int percent(String deployment, JsonNode value) {
        if (!value.isIntegralNumber() || value.asInt() < 0 || value.asInt() > ALL) {
            throw ArmError.badRequest(
                    "The traffic of '" + deployment + "' is " + value + ", not a whole number from 0 to 100.");
        }
        return value.asInt();
    }

    /** The deployment whose share holds the position, from 0 to 99; empty when there is no traffic. */
    Optional<String> at(int position) {
        int end = 0;
        for (Map.Entry<String, Integer> share : new TreeMap<>(percent).entrySet()) {
            end += share.getValue();
            if (position < end) {
                return Optional.of(share.getKey());
            }
        }
        return Optional.empty();
    }

    int of(String deployment) {
        return percent.getOrDefault(deployment, 0);
    }
}

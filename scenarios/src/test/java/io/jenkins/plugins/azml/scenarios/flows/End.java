package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.runner.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a flow left, without the names of runs.
 *
 * @param builds what each of them is called
 * @param jobs of the workspace where models are trained, oldest first
 * @param models versions in each workspace
 * @param traffic by endpoint, of the model version that has it
 * @param created how many of each kind were ever made
 */
record End(
        List<String> builds,
        List<String> jobs,
        List<String> models,
        Map<String, String> traffic,
        Map<String, Long> created) {

    static End of(List<RunResult> results, InMemoryEmulator cloud) {
        return new End(
                results.stream()
                        .map(result -> result.result() + " " + plain(String.valueOf(result.description())))
                        .toList(),
                all(cloud, Kind.JOB).stream()
                        .map(job -> job.properties().path("status").asText())
                        .toList(),
                all(cloud, Kind.MODEL).stream()
                        .map(model ->
                                model.key().workspace() + " " + model.key().name() + " "
                                        + model.body()
                                                .path("properties")
                                                .path("tags")
                                                .path("azml.verdict")
                                                .asText())
                        .toList(),
                traffic(cloud),
                created(cloud));
    }

    private static List<Resource> all(InMemoryEmulator cloud, Kind kind) {
        return cloud.resources().stream()
                .filter(resource -> resource.key().kind() == kind)
                .sorted(Comparator.comparing(Resource::created))
                .toList();
    }

    private static Map<String, String> traffic(InMemoryEmulator cloud) {
        Map<String, String> traffic = new TreeMap<>();
        for (Resource endpoint : all(cloud, Kind.ENDPOINT)) {
            List<String> shares = new ArrayList<>();
            endpoint.properties()
                    .path("traffic")
                    .properties()
                    .forEach(share -> shares.add(share.getValue() + "% " + modelOf(cloud, endpoint, share.getKey())));
            traffic.put(endpoint.key().workspace() + " " + endpoint.key().name(), String.join(", ", shares));
        }
        return traffic;
    }

    private static String modelOf(InMemoryEmulator cloud, Resource endpoint, String deployment) {
        return all(cloud, Kind.DEPLOYMENT).stream()
                .filter(found -> found.key().workspace().equals(endpoint.key().workspace())
                        && found.key().name().equals(endpoint.key().name() + "/" + deployment))
                .map(found -> found.body().path("tags").path("azml.model").asText())
                .findFirst()
                .orElse("nothing");
    }

    private static Map<String, Long> created(InMemoryEmulator cloud) {
        return cloud.ledger().stream()
                .filter(entry -> entry.operation()
                        .matches("(Jobs|ModelVersions|OnlineDeployments|CodeVersions|DataVersions|EnvironmentVersions)"
                                + "_CreateOrUpdate"))
                .map(LedgerEntry::resource)
                .distinct()
                .collect(Collectors.groupingBy(End::kind, TreeMap::new, Collectors.counting()));
    }

    private static String kind(String resource) {
        return resource.replaceFirst(".*/workspaces/([^/]+)/", "$1 ")
                .replaceAll("/.*/", " ")
                .replaceAll(" [^ ]*$", "");
    }

    /** Deployments are named after runs, and what to do about a failure is worded by each door. */
    private static String plain(String text) {
        return text.replaceAll("-[0-9a-f]{8}\\b", "-RUN").replaceAll("; fix: .*", "");
    }
}

package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.runner.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a flow left, without the names of runs.
 *
 * @param builds what each of them is called
 * @param jobs of the workspace where models are trained, oldest first
 * @param models versions in each workspace
 * @param traffic by endpoint, of the model version that has it
 * @param created how many of each kind were ever made
 */
public record End(
        List<String> builds,
        List<String> jobs,
        List<String> models,
        Map<String, String> traffic,
        Map<String, Long> created) {
    private static final Pattern CREATIONS = Pattern.compile(
            "(Jobs|ModelVersions|OnlineDeployments|CodeVersions|DataVersions|EnvironmentVersions)_CreateOrUpdate"
                    + ".*/workspaces/([^/]+)/.*");

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
                        .sorted()
                        .toList(),
                traffic(cloud),
                created(cloud));
    }

    /** The results of the builds, the statuses of the jobs, what serves in production. */
    List<String> outcome() {
        return List.of(
                builds.stream().map(build -> build.replaceFirst(" .*", "")).collect(Collectors.joining(" ")),
                String.join(" ", jobs),
                traffic.getOrDefault("prod diabetes", ""));
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
        return created(cloud.ledger().stream().map(entry -> entry.operation() + " " + entry.resource()));
    }

    /** @param writes each as operation and address */
    public static Map<String, Long> created(Stream<String> writes) {
        return writes.filter(write -> CREATIONS.matcher(write).matches())
                .distinct()
                .collect(Collectors.groupingBy(
                        write -> CREATIONS.matcher(write).replaceFirst("$2 $1"), TreeMap::new, Collectors.counting()));
    }

    /** Deployments are named after runs, and what to do about a failure is worded by each door. */
    public static String plain(String text) {
        return text.replaceAll("-[0-9a-f]{8}\\b", "-RUN").replaceAll("; fix: .*", "");
    }
}

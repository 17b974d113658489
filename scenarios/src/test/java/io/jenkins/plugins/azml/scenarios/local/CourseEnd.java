package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.scenarios.flows.End;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a course left in its two workspaces, as the twins tell it.
 *
 * @param name what the names of its workspaces begin with
 */
record CourseEnd(LocalAzure azure, String name) {

    End of(List<String> builds) {
        return new End(builds, jobs(), models(), traffic(), created());
    }

    private Workspace workspace(String role) {
        return azure.workspace(name + role);
    }

    private List<String> jobs() {
        return azure.ask(workspace("dev").id().path() + "/jobs?api-version=2024-10-01").objects("value").stream()
                .sorted(Comparator.comparing(job -> job.needString("systemData", "createdAt")))
                .map(job -> job.needString("properties", "status"))
                .toList();
    }

    private List<String> models() {
        return Stream.of("dev", "prod")
                .flatMap(role -> workspace(role).models().list("diabetes").stream()
                        .map(version -> role + " diabetes/" + version.version() + " "
                                + version.tags().getOrDefault("azml.verdict", "")))
                .sorted()
                .toList();
    }

    private Map<String, String> traffic() {
        Map<String, String> traffic = new TreeMap<>();
        Map.of("diabetes-staging", "dev", "diabetes", "prod")
                .forEach((endpoint, role) -> workspace(role)
                        .endpoints()
                        .find(endpoint)
                        .ifPresent(found -> traffic.put(role + " " + endpoint, shares(workspace(role), found))));
        return traffic;
    }

    private static String shares(Workspace workspace, Endpoints.Endpoint endpoint) {
        return endpoint.traffic().entrySet().stream()
                .map(share -> share.getValue() + "% "
                        + workspace
                                .endpoints()
                                .findDeployment(endpoint.name(), share.getKey())
                                .map(deployment -> deployment.tags().getOrDefault("azml.model", ""))
                                .orElse("nothing"))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Long> created() {
        return End.created(azure.ledger().stream()
                .map(CourseEnd::write)
                .filter(write -> write.contains("/workspaces/" + name))
                .map(write -> write.replace("/workspaces/" + name, "/workspaces/")));
    }

    private static String write(JsonObject entry) {
        return entry.needString("operation") + " " + entry.needString("resource");
    }
}

package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a loop left in its two workspaces, without names of runs and workspaces.
 *
 * @param jobs names and statuses
 * @param digests of the model's versions
 * @param written how many resources of each kind were ever written, by the emulator's ledger
 */
record EndState(
        List<String> jobs,
        List<String> digests,
        List<String> promotedDigests,
        List<String> deployments,
        Map<String, Integer> traffic,
        Map<String, Long> written) {
    private static final Set<String> CREATIONS = Set.of(
            "Compute_CreateOrUpdate",
            "DataVersions_CreateOrUpdate",
            "EnvironmentVersions_CreateOrUpdate",
            "CodeVersions_CreateOrUpdate",
            "Jobs_CreateOrUpdate",
            "OnlineDeployments_CreateOrUpdate");

    static EndState of(LocalAzure azure, Loop loop) {
        Workspace dev = azure.workspace(loop.dev());
        Workspace prod = azure.workspace(loop.prod());
        return new EndState(
                azure.ask(dev.id().path() + "/jobs?api-version=2024-10-01").objects("value").stream()
                        .map(job -> plain(job.needString("name"), loop) + " "
                                + job.string("properties", "status").orElse(""))
                        .toList(),
                digests(dev),
                digests(prod),
                prod.endpoints().deployments("diabetes").stream()
                        .map(deployment -> plain(deployment.name(), loop) + " " + deployment.state())
                        .toList(),
                traffic(prod, loop),
                written(azure, loop));
    }

    /** What two loops have in common: a model logged twice differs in its time and id. */
    EndState withoutDigests() {
        return new EndState(
                jobs,
                digests.stream().map(digest -> "").toList(),
                promotedDigests.stream().map(digest -> "").toList(),
                deployments,
                traffic,
                written);
    }

    private static Map<String, Integer> traffic(Workspace prod, Loop loop) {
        Map<String, Integer> traffic = new TreeMap<>();
        prod.endpoints()
                .find("diabetes")
                .orElseThrow()
                .traffic()
                .forEach((deployment, share) -> traffic.put(plain(deployment, loop), share));
        return traffic;
    }

    private static List<String> digests(Workspace workspace) {
        return workspace.models().list("diabetes").stream()
                .map(Assets.Version::tags)
                .map(tags -> tags.getOrDefault("azml.digest", "none"))
                .toList();
    }

    private static Map<String, Long> written(LocalAzure azure, Loop loop) {
        String workspaces = ".*/workspaces/(" + loop.dev() + "|" + loop.prod() + ")/.*";
        return azure.ledger().stream()
                .filter(entry -> entry.needString("resource").matches(workspaces))
                .filter(entry -> CREATIONS.contains(entry.needString("operation")))
                .map(entry -> entry.needString("operation") + " " + entry.needString("resource"))
                .distinct()
                .collect(Collectors.groupingBy(write -> write.split(" ")[0], TreeMap::new, Collectors.counting()));
    }

    /** A deployment's name ends with a hash of its run. */
    private static String plain(String text, Loop loop) {
        return text.replace(loop.name(), "LOOP").replaceAll("-[0-9a-f]{8}\\b", "-RUN");
    }
}

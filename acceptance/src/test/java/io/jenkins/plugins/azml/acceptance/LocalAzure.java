package io.jenkins.plugins.azml.acceptance;

import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Network;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The emulator that the controller's processes reach as well: both were started in a shell of {@code azml emulator env}.
 */
final class LocalAzure {
    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Connection connection;
    private final URI root;
    private final String group;

    private LocalAzure(Connection connection, URI root, String group) {
        this.connection = connection;
        this.root = root;
        this.group = group;
    }

    static LocalAzure ofThisShell() {
        Map<String, String> variables = System.getenv();
        String metadata = variables.getOrDefault("ARM_CLOUD_METADATA_URL", "");
        if (!metadata.contains("127.0.0.1")) {
            throw new AssertionError("no emulator: run the tests, and the Jenkins, in a shell of 'azml emulator env'");
        }
        Network network = Network.from(variables, "acceptance");
        return new LocalAzure(
                Connection.over(network.longLived(), network.longLived(), variables, PLENTY, InstantSource.system()),
                URI.create(metadata).resolve("/_emulator/"),
                "/subscriptions/" + variables.get("AZURE_SUBSCRIPTION_ID") + "/resourceGroups/"
                        + variables.get("AZURE_RESOURCE_GROUP")
                        + "/providers/Microsoft.MachineLearningServices/workspaces/");
    }

    /** The jobs of a workspace that a build has submitted. */
    List<JsonObject> jobs(String workspace, Build build) {
        URI list = root.resolve(group + workspace + "/jobs?api-version=2024-10-01");
        return connection.pipeline().send(Call.get("list the jobs", list)).objects("value").stream()
                .filter(job -> job.string("properties", "tags", "azml.build")
                        .orElse("")
                        .endsWith("/" + build.path()))
                .toList();
    }

    /** Waits until the one job of a build has that status, and gives its name. */
    String awaitJob(String workspace, Build build, String status) {
        Awaitility.await("a job of " + build.path() + " is " + status)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> statuses(workspace, build).contains(status));
        return jobs(workspace, build).get(0).needString("name");
    }

    /** What became of the jobs of a build. */
    List<String> statuses(String workspace, Build build) {
        return jobs(workspace, build).stream()
                .map(job -> job.needString("properties", "status"))
                .toList();
    }

    List<JsonObject> requests() {
        return connection
                .pipeline()
                .send(Call.get("ask the emulator", root.resolve("requests")))
                .objects("value");
    }

    /** How many requests it has met that are like this, since its log was last cleared. */
    long count(Predicate<JsonObject> like) {
        return requests().stream().filter(like).count();
    }

    void forgetRequests() {
        connection.pipeline().send(Call.delete("forget the requests", root.resolve("requests")));
    }

    void fault(Map<String, ?> fault) {
        connection.pipeline().send(Call.post("add a fault", root.resolve("faults"), fault));
    }

    void await(Predicate<JsonObject> like) {
        Awaitility.await("a request")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> requests().stream().anyMatch(like));
    }
}

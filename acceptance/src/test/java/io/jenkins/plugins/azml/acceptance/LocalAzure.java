package io.jenkins.plugins.azml.acceptance;

import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Network;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The emulator that the controller's processes reach as well: both were started in a shell of {@code azml emulator env}.
 */
final class LocalAzure {
    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final String MADE_UP_SECRET = "n0-real-s3cret-of-anybody";

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
        List<JsonObject> jobs = new ArrayList<>();
        Optional<URI> page = Optional.of(root.resolve(group + workspace + "/jobs?api-version=2024-10-01"));
        while (page.isPresent()) {
            JsonObject answer = connection.pipeline().send(Call.get("list the jobs", page.get()));
            jobs.addAll(answer.objects("value"));
            page = answer.address("nextLink");
        }
        return jobs.stream()
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
                .until(() -> statuses(workspace, build).contains(status) || submittedNothing(workspace, build));
        return jobs(workspace, build).get(0).needString("name");
    }

    private boolean submittedNothing(String workspace, Build build) {
        if (!build.runs() && statuses(workspace, build).isEmpty()) {
            throw new AssertionError("it ended without a job:\n" + build.console());
        }
        return false;
    }

    /** What became of the jobs of a build. */
    List<String> statuses(String workspace, Build build) {
        return jobs(workspace, build).stream()
                .map(job -> job.needString("properties", "status"))
                .toList();
    }

    /** What signs in somewhere: none may be found in any file of a build. */
    static String[] secrets() {
        return new String[] {System.getenv("IDENTITY_HEADER"), MADE_UP_SECRET, "sig=", "Bearer "};
    }

    /** The plugin's configuration: {@code dev} for all, {@code prod} for the folder {@code promoting}. */
    static String configuration() {
        Map<String, String> variables = System.getenv();
        return """
                unclassified:
                  azureMachineLearning:
                    defaultWorkspace: dev
                    pollSeconds: 2
                    requestsPerSecond: 50
                    workspaces:
                    - name: dev
                      subscription: "%1$s"
                      resourceGroup: "%2$s"
                      metadataUrl: "%3$s"
                      caBundle: "%4$s"
                    - name: prod
                      subscription: "%1$s"
                      resourceGroup: "%2$s"
                      metadataUrl: "%3$s"
                      caBundle: "%4$s"
                      folders: "azml-acceptance-promoting"
                credentials:
                  system:
                    domainCredentials:
                    - credentials:
                      - azure:
                          id: "azml-acceptance-principal"
                          scope: GLOBAL
                          azureEnvironmentName: "Azure"
                          subscriptionId: "%1$s"
                          clientId: "00000000-0000-0000-0000-000000000001"
                          clientSecret: "%5$s"
                          tenant: "00000000-0000-0000-0000-000000000002"
                      - usernamePassword:
                          id: "azml-acceptance-password"
                          scope: GLOBAL
                          username: "somebody"
                          password: "%5$s"
                """.formatted(
                        variables.get("AZURE_SUBSCRIPTION_ID"),
                        variables.get("AZURE_RESOURCE_GROUP"),
                        variables.get("ARM_CLOUD_METADATA_URL"),
                        variables.get("AZML_CA_BUNDLE"),
                        MADE_UP_SECRET);
    }

    /** The answer to the next such request is withheld after its work was done. */
    void withhold(String operation, String path, int skip) {
        forgetRequests();
        fault(Map.of("fault", "silent", "operation", operation, "path", path, "skip", skip, "times", 1));
    }

    /** Waits for the request whose answer is withheld, as long as the build runs. */
    void awaitWithheld(Build build) {
        Awaitility.await("a request whose answer is withheld")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> isWithheld() || endedTooSoon(build));
    }

    private boolean isWithheld() {
        return requests().stream()
                .anyMatch(request -> request.string("fault").orElse("").equals("silent"));
    }

    private boolean endedTooSoon(Build build) {
        if (!build.runs() && !isWithheld()) {
            throw new AssertionError("it ended before the moment came:\n" + build.console());
        }
        return false;
    }

    void cancelJob(String workspace, String name) {
        URI job = root.resolve(group + workspace + "/jobs/" + name + "/cancel?api-version=2024-10-01");
        connection.pipeline().send(Call.post("cancel a job", job, Map.of()));
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
}

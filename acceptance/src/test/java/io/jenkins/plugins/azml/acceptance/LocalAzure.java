package io.jenkins.plugins.azml.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Network;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
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

    /** An earlier run may have had a build of the same name. */
    private final Instant since = Instant.now();

    private final Map<String, String> variables;
    private final Connection connection;
    private final URI root;
    private final String group;

    private LocalAzure(Map<String, String> variables, Connection connection, URI root, String group) {
        this.variables = variables;
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
                variables,
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
                .filter(job ->
                        Instant.parse(job.needString("systemData", "createdAt")).isAfter(since))
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

    /** What signs in somewhere, as it is and as others write it: none may be found in any file of a build. */
    List<String> secrets() {
        String header = variables.get("IDENTITY_HEADER");
        return List.of(
                header,
                header.substring(0, header.length() / 2),
                header.substring(header.length() / 2),
                base64(header),
                URLEncoder.encode(header, UTF_8),
                Yaml.MADE_UP_SECRET,
                base64(Yaml.MADE_UP_SECRET),
                "sig=",
                "Bearer ",
                "eyJ0eXAi");
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** The environment that it gives to its clients. */
    Map<String, String> variables() {
        return variables;
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

    void forgetFaults() {
        connection.pipeline().send(Call.delete("forget the faults", root.resolve("faults")));
    }

    void fault(Map<String, ?> fault) {
        connection.pipeline().send(Call.post("add a fault", root.resolve("faults"), fault));
    }
}

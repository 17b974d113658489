package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Builds of one job that loads this repository's library, with an agent, a home and an Azure of their own in this JVM. */
public final class TwinJob implements AutoCloseable {
    /** The credential that opens the company's Azure. */
    public static final String CREDENTIAL = "azure";

    /** What it holds. */
    public static final String SECRET = TwinAzure.SECRET;

    private final Twins twins;
    private final BoundSteps bindings;
    private final Path folder;
    private final TwinAzure azure;
    private final TwinAgent agent;
    private final Asked asked = new Asked();
    private final StringBuffer environments = new StringBuffer();
    private final StringBuffer console = new StringBuffer();
    private final Map<String, String> variables = new TreeMap<>();
    private final List<Step> more = new ArrayList<>();
    private Answerer instead = request -> Optional.empty();

    TwinJob(Twins twins, BoundSteps bindings, InMemoryEmulator cloud) throws IOException {
        this.twins = twins;
        this.bindings = bindings;
        this.folder = twins.fresh();
        this.azure = new TwinAzure(cloud, this::network);
        this.agent = new TwinAgent(azure, twins, asked);
        agent.watch(command -> environments.append(command.environment()).append('\n'));
        variables.put("AZURE_RESOURCE_GROUP", cloud.scope().resourceGroup());
    }

    private Transport network(Transport own) {
        return request -> {
            Optional<Transport.Response> other = instead.answer(request);
            return other.isPresent() ? other.get() : own.send(request);
        };
    }

    /** Who may answer in the place of the company's Azure. */
    public interface Answerer {
        /** The answer, or nothing where Azure itself is to give it. */
        Optional<Transport.Response> answer(Transport.Request request) throws IOException;
    }

    /** Lets something answer in the place of the company's Azure, where it answers. */
    public TwinJob answering(Answerer by) {
        instead = by;
        return this;
    }

    /** Nobody reaches the company's Azure for a while once it has a job. */
    public TwinJob awayOnceTrained(Duration time) {
        AtomicReference<Instant> back = new AtomicReference<>();
        return answering(request -> {
            if (back.get() == null && !jobs().isEmpty()) {
                back.set(azure.now().plus(time));
            }
            if (back.get() != null && azure.now().isBefore(back.get())) {
                throw new ConnectException("Connection refused");
            }
            return Optional.empty();
        });
    }

    /** Production answers wrongly from its second answer on: a promotion has seen the first. */
    public TwinJob failingInProduction() {
        AtomicInteger asked = new AtomicInteger();
        return answering(request -> isForWhoeverServes(request) && asked.incrementAndGet() > 1
                ? Optional.of(new Transport.Response(
                        200,
                        new Headers(Map.of("Content-Type", "application/json")),
                        new ByteArrayInputStream("[7]".getBytes(StandardCharsets.UTF_8))))
                : Optional.empty());
    }

    private static boolean isForWhoeverServes(Transport.Request request) {
        return request.url().getPath().endsWith("/score")
                && request.headers().keySet().stream()
                        .noneMatch(name -> name.equalsIgnoreCase("azureml-model-deployment"));
    }

    /** Sets a variable of builds to come. */
    public TwinJob with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** The variables of builds to come with those of one of them. */
    Map<String, String> variablesWith(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(own);
        return all;
    }

    /** Lets the agent sign in to the company's Azure where a step names neither credential nor workspace. */
    public TwinJob signedIn() {
        variables.putAll(signIn());
        return this;
    }

    /** The agent has no credential, as at first. */
    public TwinJob signedOut() {
        variables.keySet().removeAll(signIn().keySet());
        return with("AZURE_SUBSCRIPTION_ID", azure.cloud.scope().subscription());
    }

    private Map<String, String> signIn() {
        return Map.of(
                "AZURE_TENANT_ID",
                "tenant",
                "AZURE_CLIENT_ID",
                "client",
                "AZURE_CLIENT_SECRET",
                SECRET,
                "AZURE_SUBSCRIPTION_ID",
                azure.cloud.scope().subscription(),
                "AZUREML_WORKSPACE_NAME",
                "dev");
    }

    /** Puts a step into builds to come, besides those of the runner or in place of one. */
    public TwinJob with(Step step) {
        more.add(step);
        return this;
    }

    /** What the job checks out. */
    public Path sources() {
        return folder.resolve("sources");
    }

    /** Lays a file into what the job checks out. */
    public TwinJob file(String name, String text) throws IOException {
        Path file = sources().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public RunResult of(String script) throws IOException {
        return of(script, options -> options);
    }

    public RunResult of(String script, UnaryOperator<RunOptions.Builder> change) throws IOException {
        file("Jenkinsfile", script);
        return runner(change).run();
    }

    /** A life of a controller that builds the job's Jenkinsfile. */
    Runner runner(UnaryOperator<RunOptions.Builder> change) {
        RunOptions.Builder options = RunOptions.of(sources().resolve("Jenkinsfile"))
                .home(folder.resolve("home"))
                .sources(sources())
                .job("models/diabetes")
                .user("tester")
                .variables(variables)
                .credentials(Map.of(
                        CREDENTIAL,
                        new Credential.ServicePrincipal(
                                azure.cloud.scope().subscription(), "tenant", "client", TwinAzure.SECRET)))
                .libraries(List.of(new LibrarySource("azml", Twins.REPOSITORY, "HEAD", true)))
                .parent(twins.library())
                .steps(steps());
        return new Runner(change.apply(options).build(), console::append, (question, approved) -> {});
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(bindings.steps(azure, folder, asked));
        steps.add(new TwinShell(agent));
        steps.add(new TwinSleep(azure));
        steps.add(new TwinCheckout());
        steps.addAll(more);
        return steps;
    }

    /** Lets the agent's shell run what is not {@code azml} too. */
    public TwinJob runningCommands() {
        agent.runsCommands();
        return this;
    }

    /** The variables that commands on the agent saw so far. */
    public String environments() {
        return environments.toString();
    }

    /** What the builds have printed so far. */
    public String console() {
        return console.toString();
    }

    /** What was asked for so far. */
    public List<String> asked() {
        return asked.calls();
    }

    /** How the jobs ended or stand that builds of this one have submitted, oldest first. */
    public List<String> jobs() {
        List<String> all = End.of(List.of(), azure.cloud).jobs();
        return all.subList(1, all.size());
    }

    /** The company's Azure. */
    public InMemoryEmulator cloud() {
        return azure.cloud;
    }

    /** Workspaces and records. */
    public Path home() {
        return folder.resolve("home");
    }

    TwinAgent agent() {
        return agent;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        azure.close();
    }
}

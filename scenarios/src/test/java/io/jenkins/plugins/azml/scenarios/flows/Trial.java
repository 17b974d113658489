package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunException;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One flow in an Azure and a home of its own. */
final class Trial implements AutoCloseable {
    /** What is said while a job trains: by the library between two looks, by a stand-in, by the plugin. */
    private static final String TRAINS = "(Sleeping for|Waiting for run|azml: job '[^']+' is Running)";

    private final Twins twins;
    private final BoundSteps bindings;
    private final Path folder;
    private final TwinAzure azure;
    private final TwinAgent agent;
    private final StringBuffer console = new StringBuffer();
    private final List<RunResult> results = new ArrayList<>();
    private boolean failing;
    private boolean timesOut;
    private int asked;
    private int kills;

    Trial(Twins twins, BoundSteps bindings, InMemoryEmulator cloud) throws IOException {
        this.twins = twins;
        this.bindings = bindings;
        this.folder = twins.fresh();
        this.azure = new TwinAzure(cloud, this::network);
        this.agent = new TwinAgent(azure, twins);
    }

    /** Runs the builds one after the other. */
    Trial run(List<Flow.Build> builds, Kill kill) throws IOException {
        results.clear();
        asked = 0;
        for (int i = 0; i < builds.size(); i++) {
            Flow.Build build = builds.get(i);
            failing = build.failing();
            timesOut = build.answers() == Answers.WAIT;
            twins.trainsTo(azure.cloud, build.rmse());
            results.add(run(build, kill.isIn(i) ? kill : Kill.NEVER));
        }
        return this;
    }

    private RunResult run(Flow.Build build, Kill kill) throws IOException {
        Life life = runner(build, kill.at(1))::run;
        for (int lives = 1; ; lives++) {
            try {
                return life.live();
            } catch (RunException ended) {
                if (!ended.getMessage().contains("ended at save")) {
                    throw ended;
                }
                kills++;
                agent.survives(kill::fate);
                life = runner(build, kill.at(lives + 1))::resume;
            }
        }
    }

    private Runner runner(Flow.Build build, int killAt) throws IOException {
        Project project = new Project(folder.resolve("sources"));
        project.lay(build, "credentials: [dev: 'azure', prod: 'azure']");
        Map<String, String> variables = new TreeMap<>(build.branch().variables());
        variables.put("AZURE_RESOURCE_GROUP", azure.cloud.scope().resourceGroup());
        RunOptions options = RunOptions.of(project.jenkinsfile())
                .home(folder.resolve("home"))
                .sources(project.folder())
                .job("models/diabetes")
                .user("tester")
                .variables(variables)
                .credentials(Map.of(
                        "azure",
                        new Credential.ServicePrincipal(
                                azure.cloud.scope().subscription(), "tenant", "client", TwinAzure.SECRET)))
                .libraries(List.of(new LibrarySource("azml", Twins.REPOSITORY, "HEAD", true)))
                .answers(build.answers())
                .actions(build.stopped() ? List.of(RunAction.parse(TRAINS + "=stop")) : List.of())
                .durability(Durability.KEPT)
                .killAt(killAt)
                .parent(twins.library())
                .steps(steps())
                .build();
        return new Runner(options, console::append, (question, approved) -> {});
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(bindings.steps(azure, folder));
        steps.add(new TwinShell(agent));
        steps.add(new TwinSleep(azure));
        steps.add(new TwinCheckout());
        if (timesOut) {
            steps.add(new ShortTimeout());
        }
        return steps;
    }

    /** From a start of the runner to its end. */
    private interface Life {
        RunResult live();
    }

    /** Where that is wanted, production answers wrongly from its second answer on: the promotion has seen the first. */
    private Transport network(Transport own) {
        return request -> failing && isForWhoeverServes(request) && ++asked > 1
                ? new Transport.Response(
                        200,
                        new Headers(Map.of("Content-Type", "application/json")),
                        new ByteArrayInputStream("[7]".getBytes(StandardCharsets.UTF_8)))
                : own.send(request);
    }

    private static boolean isForWhoeverServes(Transport.Request request) {
        return request.url().getPath().endsWith("/score")
                && request.headers().keySet().stream()
                        .noneMatch(name -> name.equalsIgnoreCase("azureml-model-deployment"));
    }

    /** How often the runner was ended. */
    int kills() {
        return kills;
    }

    String console() {
        return console.toString();
    }

    TwinAgent agent() {
        return agent;
    }

    TwinAzure azure() {
        return azure;
    }

    Path folder() {
        return folder;
    }

    End end() {
        return End.of(results, azure.cloud);
    }

    @Override
    public void close() {
        azure.close();
    }
}

package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is with the command line alone: processes on an agent, their words, exit codes, signals and environment. */
class CommandLineScenario {
    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder);
    }

    @Test
    @CommandLineAlone("the very words of the command line")
    void every_stage_calls_its_verb_and_gives_a_plain_result() throws IOException {
        run.azml().answers("train", 0, FakeAzml.done("train", "{\"job\": \"j\", \"metrics\": {\"rmse\": 55.1}}"));
        run.azml().answers("evaluate", 0, FakeAzml.done("evaluate", "{\"verdict\": \"better\"}"));
        run.azml()
                .answers(
                        "register",
                        0,
                        FakeAzml.done("register", "{\"model\": \"iris:3\", \"name\": \"iris\", \"version\": \"3\"}"));

        RunResult result = run.of("""
                node {
                    azmlSetup folder: ['azml/setup', 'more.yml'], workspace: 'dev'
                    def t = azmlTrain file: 'job.yml', workspace: 'dev', set: ['inputs.alpha': 0.1], logs: false
                    def e = azmlEvaluate gates: 'gates.yml', job: t.job, endpoint: 'iris', championIn: 'prod'
                    def r = azmlRegister file: 'model.yml', evaluation: e.run
                    azmlDeploy file: 'deployment.yml', model: r.model, set: [instance_count: 2, environment_variables: [A: 'b', 'C': 1]]
                    azmlTest tests: 'tests.yml', endpoint: 'iris', junit: 'tests.xml'
                    azmlPromote file: 'deployment.yml', model: r.model, to: 'prod', tests: 'tests.yml'
                    azmlRollback endpoint: 'iris', workspace: 'prod', run: 'mine'
                    echo "rmse ${t.metrics.rmse}, ${e.verdict} ${e.passed}, version ${r.model.version}, ${t.status}"
                }
                """, options -> options.durability(Durability.EVERYWHERE));

        assertThat(run.console()).contains("rmse 55.1, better true, version 3, done");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().calls().stream().map(CommandLineScenario::withoutHash))
                .containsExactly(
                        "[setup] [--workspace=dev] [--run=models-iris-1-1-setup-#] [--] [azml/setup] [more.yml]",
                        "[train] [--set=inputs.alpha=0.1] [--no-logs] [--workspace=dev] [--run=models-iris-1-2-train-#] [--] [job.yml]",
                        "[evaluate] [--job=j] [--endpoint=iris] [--champion-in=prod] [--run=models-iris-1-3-evaluate-#] [--] [gates.yml]",
                        "[register] [--evaluation=models-iris-1-3-evaluate-#] [--run=models-iris-1-4-register-#] [--] [model.yml]",
                        "[deploy] [--model=iris:3] [--set=instance_count=2] [--set=environment_variables.A=b] [--set=environment_variables.C=1] [--run=models-iris-1-5-deploy-#] [--] [deployment.yml]",
                        "[test] [--endpoint=iris] [--junit=tests.xml] [--run=models-iris-1-6-test-#] [--] [tests.yml]",
                        "[promote] [--model=iris:3] [--to=prod] [--tests=tests.yml] [--run=models-iris-1-7-promote-#] [--] [deployment.yml]",
                        "[rollback] [--endpoint=iris] [--workspace=prod] [--run=mine]");
    }

    private static String withoutHash(String call) {
        return call.replaceAll("(models-iris-[^]]*)-[a-z0-9]+]", "$1-#]");
    }

    @Test
    @CommandLineAlone("a signal ends a process on the agent")
    void a_stage_that_takes_longer_than_its_timeout_is_cancelled_and_fails_with_one_line() throws IOException {
        run.azml().waitsIn("train");

        RunResult result = run.of("node { azmlTrain file: 'job.yml', timeout: '1s' }");

        assertThat(run.console())
                .contains(
                        "ERROR: azmlTrain: TIMED_OUT: azmlTrain took longer than its timeout of 1s; its remote work is"
                                + " cancelled");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.azml().calls().stream().map(CommandLineScenario::withoutHash))
                .contains("[cancel] [--] [models-iris-1-1-train-#]");
    }

    @Test
    @CommandLineAlone("exit code 137: the plugin has no process on the agent")
    void a_step_whose_process_is_gone_takes_its_own_run_up() throws IOException {
        run.azml().answers("train", 1, 137, "{}");
        run.azml().answers("resume", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));

        RunResult result = run.of("""
                retry(2) {
                    node {
                        try { azmlTrain file: 'job.yml' } catch (e) { echo "first: ${e.message}"; throw e }
                    }
                }
                """);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console()).contains("first: azmlTrain: azml ended with exit code 137 and no answer");
        assertThat(run.azml().calls().stream().map(CommandLineScenario::withoutHash))
                .containsExactly(
                        "[train] [--run=models-iris-1-1-train-#] [--] [job.yml]",
                        "[resume] [--] [models-iris-1-1-train-#]");
    }

    @Test
    @CommandLineAlone("the plugin has no process on the agent that could be lost")
    void what_an_agents_machine_began_before_it_went_down_is_taken_up_and_not_begun_again() throws IOException {
        run.azml().answers("resume", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));

        RunResult result = run.of(
                "node { echo \"job ${azmlTrain(file: 'job.yml').job}\" }",
                options -> options.steps(List.of(new LosingShell("train"))));

        assertThat(run.console()).contains("job j");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().calls().stream().map(CommandLineScenario::withoutHash))
                .containsExactly(
                        "[train] [--run=models-iris-1-1-train-#] [--] [job.yml]",
                        "[resume] [--] [models-iris-1-1-train-#]");
    }

    @Test
    @CommandLineAlone("AZML_COMMAND")
    void a_command_that_is_not_there_is_told() throws IOException {
        run.of("node { withEnv(['AZML_COMMAND=/nowhere/azml']) { azmlTrain file: 'job.yml' } }");

        assertThat(run.console())
                .contains("ERROR: azmlTrain: the command of AZML_COMMAND is not there on this agent\n");
    }

    @Test
    @CommandLineAlone("a signal ends a process on the agent")
    void an_aborted_build_cancels_the_work_of_the_step_it_waits_in() throws IOException {
        run.azml().waitsIn("train");

        RunResult result = run.of(
                "node { azmlTrain file: 'job.yml' }",
                options -> options.actions(List.of(RunAction.parse("azml train=stop"))));

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(run.console()).contains("cancelled by a signal");
        assertThat(run.azml().calls()).last().asString().startsWith("[cancel] [--] [models-iris-1-1-train-");
    }

    @Test
    @CommandLineAlone("the environment of a process on the agent")
    void a_service_principal_is_bound_around_the_command_alone() throws IOException {
        RunResult result = run.of(
                "node { azmlTrain file: 'job.yml', credentialsId: 'sp'; sh 'env >after' }",
                options -> options.credentials(
                        Map.of("sp", new Credential.ServicePrincipal("sub", "tenant", "client", "top-secret"))));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().environment())
                .contains("AZURE_CLIENT_ID=client", "AZURE_CLIENT_SECRET=top-secret", "AZURE_TENANT_ID=tenant");
        assertThat(folder.resolve("home/workspace/models/iris/after")).content().doesNotContain("AZURE_CLIENT_SECRET");
        assertThat(run.console()).doesNotContain("top-secret");
    }

    @Test
    @CommandLineAlone("AZML_URL and AZML_SHA256")
    void azml_is_fetched_once_an_agent_and_its_checksum_is_asked_for() throws Exception {
        Path archive = folder.resolve("azml.tar.gz");
        Path bin = Files.createDirectories(folder.resolve("azml-1/bin"));
        Files.copy(run.azml().command(), bin.resolve("azml"), StandardCopyOption.COPY_ATTRIBUTES);
        new ProcessBuilder("tar", "-czf", archive.toString(), "-C", folder.toString(), "azml-1")
                .start()
                .onExit()
                .join();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
        run.without("AZML_COMMAND")
                .with("AZML_URL", archive.toUri().toString())
                .with("AZML_SHA256", HexFormat.of().formatHex(digest))
                .with("AZML_CACHE", folder.resolve("cache").toString());
        String script = "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }";

        RunResult first = run.of(script);
        Files.delete(archive);
        RunResult second = run.of(script);

        assertThat(first.result()).isEqualTo(Result.SUCCESS);
        assertThat(second.result()).as("nothing is there to fetch from").isEqualTo(Result.SUCCESS);
        assertThat(run.azml().calls()).hasSize(2);
    }

    @Test
    @CommandLineAlone("nothing of the plugin passes through a shell")
    void what_a_branch_or_a_metric_is_called_is_never_run() throws IOException {
        run.of(
                "node { azmlTrain file: 'a b\\n$(touch x)', set: ['k\\'\"': '$(id) `id` \\\\ \"'], workspace: '--debug' }");

        assertThat(run.azml().calls().toString())
                .contains("[--set=k'\"=$(id) `id` \\ \"]", "[--workspace=--debug]", "$(touch x)");
        assertThat(folder.resolve("home/workspace/models/iris/x")).doesNotExist();
    }

    private void refuses(String script, String line) throws IOException {
        RunResult result = run.of(script);

        assertThat(run.console().lines().filter(printed -> printed.startsWith("ERROR: ")))
                .containsExactly("ERROR: " + line);
        assertThat(run.console()).doesNotContain("\tat ");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    @CommandLineAlone("azml on the PATH of an agent")
    void no_azml_on_the_agent() throws IOException {
        run.without("AZML_COMMAND");

        refuses(
                "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }",
                "azmlTrain: azml is not on the PATH of this agent; install it there, or set AZML_URL and AZML_SHA256");
    }

    @Test
    @CommandLineAlone("AZML_URL and AZML_SHA256")
    void a_download_with_another_checksum_is_not_run() throws IOException {
        Path archive = Files.writeString(folder.resolve("azml.tar.gz"), "not what was expected");
        run.without("AZML_COMMAND")
                .with("AZML_URL", archive.toUri().toString())
                .with("AZML_SHA256", "0".repeat(64))
                .with("AZML_CACHE", folder.resolve("cache").toString());

        refuses(
                "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }",
                "azmlTrain: what AZML_URL gave does not have the checksum AZML_SHA256; it was not run");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    @CommandLineAlone("AZML_URL and AZML_SHA256")
    void a_download_without_a_checksum() throws IOException {
        run.without("AZML_COMMAND").with("AZML_URL", "file:///nowhere");

        refuses(
                "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }",
                "azmlTrain: AZML_URL is set without AZML_SHA256; give the SHA-256 of the archive too");
    }

    @Test
    @CommandLineAlone("the environment of a process on the agent")
    void no_credential_on_the_agent() throws IOException {
        run.withRealAzml().with("AZML_CREDENTIAL", "client-secret");
        run.file("azml/job.yml", "type: command\ncommand: x\ncompute: azureml:c\nenvironment: azureml:e:1\n");

        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', workspace: 'w', subscription: 's', resourceGroup: 'g' }",
                "azmlTrain: INVALID_ARGUMENT: AZML_CREDENTIAL is 'client-secret', which needs AZURE_TENANT_ID, AZURE_CLIENT_ID,"
                        + " AZURE_CLIENT_SECRET; fix: 'azml COMMAND --help' shows what is expected");
    }

    @Test
    @CommandLineAlone("the plugin has no process on the agent that could be lost")
    void what_the_agent_of_a_fork_began_before_it_went_down_is_taken_up() throws IOException {
        run.with("BRANCH_NAME", "PR-9").with("CHANGE_ID", "9").with("CHANGE_FORK", "stranger");
        run.file("azml/pipeline.yml", "models: {iris: {}}");
        run.azml().answers("yaml", 0, "{\"models\": {\"iris\": {}}}");
        run.azml().localAzure("export AZURE_SUBSCRIPTION_ID='local'");
        run.azml().answers("resume", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));

        RunResult result = run.of("azmlPipeline()", options -> options.steps(List.of(new LosingShell("train"))));

        assertThat(result.result()).as(run.console()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().calls().stream().map(call -> call.replaceFirst("].*", "")))
                .containsSubsequence("[train", "[resume")
                .containsOnlyOnce("[train");
    }
}

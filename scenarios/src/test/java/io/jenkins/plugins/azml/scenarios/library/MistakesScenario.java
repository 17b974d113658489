package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong: each is one clear line, and no stack trace. */
class MistakesScenario {
    private static final Map<String, String> LINES = new TreeMap<>();

    @TempDir
    private Path folder;

    private LibraryRun run;

    private String mistake;

    @BeforeEach
    void prepare(TestInfo test) throws IOException {
        run = LibraryRun.in(folder);
        mistake = test.getTestMethod().orElseThrow().getName().replace('_', ' ');
    }

    @AfterAll
    static void print() {
        System.out.println("library: " + LINES.size() + " mistakes, one line each");
        LINES.forEach((mistake, line) -> System.out.printf("  %-62s %s%n", mistake, line));
    }

    private void refuses(String script, String line) throws IOException {
        RunResult result = run.of(script);

        assertThat(run.console().lines().filter(printed -> printed.startsWith("ERROR: ")))
                .containsExactly("ERROR: " + line);
        assertThat(run.console()).doesNotContain("\tat ");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
        LINES.put(mistake, line);
    }

    @Test
    void an_argument_misspelt_in_a_step() throws IOException {
        refuses(
                "node { azmlTrain file: 'job.yml', workpace: 'dev' }",
                "azmlTrain: there is no argument 'workpace'; did you mean 'workspace'?");
    }

    @Test
    void an_argument_left_out() throws IOException {
        refuses("node { azmlEvaluate gates: 'gates.yml' }", "azmlEvaluate: the argument 'job' is missing");
    }

    @Test
    void an_argument_of_another_kind() throws IOException {
        refuses(
                "node { azmlTrain file: 'job.yml', set: 'inputs.alpha=1' }",
                "azmlTrain: the argument 'set' is a map, for example set: [key: 'value']");
    }

    @Test
    void a_step_outside_of_any_node() throws IOException {
        refuses(
                "azmlTrain file: 'job.yml'",
                "azmlTrain: runs azml on an agent, so it stands inside 'node' or in a stage with an agent, or names one with node:");
    }

    @Test
    void an_unknown_key_in_the_pipeline_file() throws IOException {
        run.withRealAzml().file("azml/pipeline.yml", "models:\n  iris:\n    gate: g.yml\n");

        refuses("azmlPipeline()", "azml/pipeline.yml: 'models.iris' has no key 'gate'; did you mean 'gates'?");
    }

    @Test
    void a_pipeline_file_that_is_no_yaml() throws IOException {
        run.withRealAzml().file("azml/pipeline.yml", "models: {iris: [}");

        refuses(
                "azmlPipeline()",
                "azmlPipeline: INVALID_FILE: azml/pipeline.yml:1:17: not readable as YAML: expected the node content,"
                        + " but found '}'; fix: mend the file; 'azml validate FILE' checks it without sending anything");
    }

    @Test
    void a_value_of_another_kind_in_the_pipeline_file() throws IOException {
        run.file("azml/pipeline.yml", "approval: {hours: soon}");
        run.azml().answers("yaml", 0, "{\"approval\": {\"hours\": \"soon\"}}");

        refuses("azmlPipeline()", "azml/pipeline.yml: 'approval.hours' is a number, not 'soon'");
    }

    @Test
    void no_model_in_the_pipeline_file() throws IOException {
        run.file("azml/pipeline.yml", "reuse: false");
        run.azml().answers("yaml", 0, "{\"reuse\": false}");

        refuses(
                "azmlPipeline()",
                "azmlPipeline: there is no model; name one in azml/pipeline.yml, as models: {NAME: {}}");
    }

    @Test
    void trust_that_a_file_gives_which_a_fork_can_change() throws IOException {
        run.file("azml/pipeline.yml", "fork: {approvers: me}");
        run.azml().answers("yaml", 0, "{\"fork\": {\"approvers\": \"me\"}}");

        refuses(
                "azmlPipeline()",
                "azml/pipeline.yml: 'fork' counts in the Jenkinsfile only, as azmlPipeline(fork: ...)");
    }

    @Test
    void an_unknown_key_in_the_call() throws IOException {
        refuses(
                "azmlPipeline(model: [:], brnaches: ['x'])",
                "azmlPipeline: there is no key 'brnaches'; did you mean 'branches'?");
    }

    @Test
    void a_hook_that_does_not_exist() throws IOException {
        refuses(
                "azmlPipeline(beforeTrian: { })",
                "azmlPipeline: there is no hook 'beforeTrian'; did you mean 'beforeTrain'?");
    }

    @Test
    void a_gates_file_that_is_empty() throws IOException {
        run.withRealAzml().file("azml/pipeline.yml", "models: {diabetes: {}}\n");
        layExample();
        run.file("azml/gates.yml", "");

        refuses("azmlPipeline()", "azmlPipeline: azml/gates.yml:1:1: the file is empty");
    }

    /** The files of the example, so that one mistake is the only one. */
    private void layExample() throws IOException {
        Path example = LibraryRun.repository().resolve("examples/diabetes");
        for (String name : List.of("job", "gates", "model", "deployment", "tests")) {
            String file = "azml/" + name + ".yml";
            run.file(file, Files.readString(example.resolve(file)));
        }
        run.file("src/train.py", "").file("azml/tests/two-patients.json", "[]");
    }

    @Test
    void no_azml_on_the_agent() throws IOException {
        run.without("AZML_COMMAND");

        refuses(
                "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }",
                "azmlTrain: azml is not on the PATH of this agent; install it there, or set AZML_URL and AZML_SHA256");
    }

    @Test
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
    void a_download_without_a_checksum() throws IOException {
        run.without("AZML_COMMAND").with("AZML_URL", "file:///nowhere");

        refuses(
                "node { withEnv(['PATH=/usr/bin:/bin']) { azmlTrain file: 'job.yml' } }",
                "azmlTrain: AZML_URL is set without AZML_SHA256; give the SHA-256 of the archive too");
    }

    @Test
    void no_credential_on_the_agent() throws IOException {
        run.withRealAzml().with("AZML_CREDENTIAL", "client-secret");
        layExample();

        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', workspace: 'w', subscription: 's', resourceGroup: 'g' }",
                "azmlTrain: INVALID_ARGUMENT: AZML_CREDENTIAL is 'client-secret', which needs AZURE_TENANT_ID, AZURE_CLIENT_ID,"
                        + " AZURE_CLIENT_SECRET; fix: 'azml COMMAND --help' shows what is expected");
    }

    @Test
    void a_credential_that_is_not_there() throws IOException {
        refuses(
                "node { azmlTrain file: 'job.yml', credentialsId: 'none' }",
                "Could not find credentials entry with ID 'none'");
    }

    @Test
    void a_workspace_that_the_folder_may_not_use() throws IOException {
        run.with("AZML_WORKSPACES", "dev, test");

        refuses(
                "node { azmlTrain file: 'job.yml', workspace: 'prod' }",
                "azmlTrain: the workspace 'prod' is not for this job; AZML_WORKSPACES allows dev, test");
    }

    @Test
    void a_time_that_is_none() throws IOException {
        refuses(
                "azmlPipeline(freeze: [[from: 'Friday']])",
                "azmlPipeline: 'freeze[0].from' is 'Friday'; expected a date or time such as 2026-12-24 or 2026-12-24 18:00");
        assertThat(run.console()).doesNotContain("[Pipeline] node");
    }
}

package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What people get wrong: each is one clear line, and no stack trace. */
class MistakesScenario extends LibraryScenario {
    private static final Map<String, String> LINES = new TreeMap<>();

    private String mistake = "";

    @BeforeEach
    void prepare(TestInfo test) {
        mistake = test.getTestMethod().orElseThrow().getName().replace('_', ' ');
    }

    @AfterAll
    static void print() {
        System.out.println("library: " + LINES.size() + " mistakes, one line each");
        LINES.forEach((mistake, line) -> System.out.printf("  %-62s %s%n", mistake, line));
    }

    private void refuses(String script, String line) throws IOException {
        refuses(script, Pattern.compile(Pattern.quote(line)));
    }

    /** @param line where the doors have words of their own: what they have in common */
    private void refuses(String script, Pattern line) throws IOException {
        RunResult result = job.of(script);

        assertThat(error()).matches("ERROR: (" + line + ")");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
        LINES.put(mistake, error());
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
                "azmlTrain file: 'azml/job.yml'",
                Pattern.compile("azmlTrain: .*stands inside 'node' or in a stage with an agent, or names .*node:.*"));
    }

    @Test
    void an_unknown_key_in_the_pipeline_file() throws IOException {
        job.file("azml/pipeline.yml", "models:\n  iris:\n    gate: g.yml\n");

        refuses("azmlPipeline()", "azml/pipeline.yml: 'models.iris' has no key 'gate'; did you mean 'gates'?");
    }

    @Test
    void a_pipeline_file_that_is_no_yaml() throws IOException {
        job.file("azml/pipeline.yml", "models: {iris: [}");

        refuses(
                "azmlPipeline()",
                "azmlPipeline: INVALID_FILE: azml/pipeline.yml:1:17: not readable as YAML: expected the node content,"
                        + " but found '}'; fix: mend the file; 'azml validate FILE' checks it without sending anything");
    }

    @Test
    void a_value_of_another_kind_in_the_pipeline_file() throws IOException {
        job.file("azml/pipeline.yml", "approval: {hours: soon}");

        refuses("azmlPipeline()", "azml/pipeline.yml: 'approval.hours' is a number, not 'soon'");
    }

    @Test
    void no_model_in_the_pipeline_file() throws IOException {
        job.file("azml/pipeline.yml", "reuse: false");

        refuses(
                "azmlPipeline()",
                "azmlPipeline: there is no model; name one in azml/pipeline.yml, as models: {NAME: {}}");
    }

    @Test
    void trust_that_a_file_gives_which_a_fork_can_change() throws IOException {
        job.file("azml/pipeline.yml", "fork: {approvers: me}");

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
        job.file("azml/pipeline.yml", "models: {diabetes: {}}\n");
        job.file("azml/gates.yml", "");

        refuses("azmlPipeline()", "azmlPipeline: azml/gates.yml:1:1: the file is empty");
    }

    @Test
    void a_credential_that_is_not_there() throws IOException {
        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', credentialsId: 'none' }",
                Pattern.compile(
                        "(azmlTrain: NOT_SIGNED_IN: there is no credential 'none' that this build may use; fix: .*"
                                + "|Could not find credentials entry with ID 'none')"));
    }

    @Test
    void a_workspace_that_the_folder_may_not_use() throws IOException {
        job.with("AZML_WORKSPACES", "dev, test");

        refuses(
                "node { azmlTrain file: 'job.yml', workspace: 'prod' }",
                "azmlTrain: the workspace 'prod' is not for this job; AZML_WORKSPACES allows dev, test");
    }

    @Test
    void a_time_that_is_none() throws IOException {
        refuses(
                "azmlPipeline(freeze: [[from: 'Friday']])",
                "azmlPipeline: 'freeze[0].from' is 'Friday'; expected a date or time such as 2026-12-24 or 2026-12-24 18:00");
        assertThat(job.console()).doesNotContain("[Pipeline] node");
    }

    @Test
    void a_workspace_that_does_not_exist() throws IOException {
        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', workspace: 'prd' }",
                Pattern.compile("azmlTrain: (INVALID_ARGUMENT|NOT_FOUND): .*'prd'.*; fix: .*"));
    }

    @Test
    void a_file_that_is_not_there() throws IOException {
        refuses(
                "node { checkout scm; azmlTrain file: 'azml/jop.yml' }",
                Pattern.compile("azmlTrain: FILE_NOT_FOUND: there is no file 'azml/jop.yml'.*; fix: .*"));
    }

    @Test
    void a_model_without_a_version() throws IOException {
        refuses(
                "node { checkout scm; azmlDeploy file: 'azml/deployment.yml', model: 'diabetes' }",
                Pattern.compile("azmlDeploy: INVALID_ARGUMENT: .*'diabetes'.*; fix: .*"));
    }

    @Test
    void a_registration_of_nothing() throws IOException {
        refuses(
                "node { checkout scm; azmlRegister file: 'azml/model.yml' }",
                Pattern.compile("azmlRegister: INVALID_ARGUMENT: .*; fix: .*"));
    }

    @Test
    void a_limit_that_is_no_time() throws IOException {
        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', queueLimit: 'soon' }",
                Pattern.compile("azmlTrain: INVALID_ARGUMENT: .*'soon'.*; fix: .*"));
    }

    @Test
    void a_job_that_does_not_exist() throws IOException {
        refuses(
                "node { checkout scm; azmlEvaluate gates: 'azml/gates.yml', job: 'no-job' }",
                Pattern.compile("azmlEvaluate: NOT_FOUND: .*'no-job'.*; fix: .*"));
    }

    @Test
    void a_run_that_nobody_knows() throws IOException {
        refuses(
                "node { azmlResume run: 'nobody-1' }",
                Pattern.compile("azmlResume: RUN_NOT_FOUND: .*'nobody-1'.*; fix: .*"));
    }

    @Test
    void a_verdict_of_a_run_that_judged_nothing() throws IOException {
        refuses(
                "node { checkout scm; def t = azmlTrain file: 'azml/job.yml'; azmlRegister file: 'azml/model.yml', evaluation: t.run }",
                Pattern.compile("azmlRegister: INVALID_ARGUMENT: .*; fix: .*"));
    }

    @Test
    void a_value_that_no_file_has_room_for() throws IOException {
        refuses(
                "node { checkout scm; azmlTrain file: 'azml/job.yml', set: [comput: 'x'] }",
                Pattern.compile("azmlTrain: INVALID_(FILE|ARGUMENT): .*'comput'.*"));
    }
}

package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects and Jenkinsfiles as people have them: keys left empty, names alike, others that fail. */
@CommandLineAlone("written over an azml that only answers; nothing in it is about where an answer comes from")
class UnforeseenScenario {
    private static final String DONE =
            "{\"job\": \"job-1\", \"endpoint\": \"iris\", \"deployment\": \"iris-3\", \"model\": \"iris:3\"}";

    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder).with("BRANCH_NAME", "main");
        for (String verb : List.of("train", "deploy", "promote")) {
            run.azml().answers(verb, 0, FakeAzml.waiting(verb));
        }
        run.azml().answers("resume", 0, FakeAzml.done("train", DONE));
        run.azml()
                .answers("evaluate", 0, FakeAzml.done("evaluate", "{\"verdict\": \"better\", \"reason\": \"lower\"}"));
        run.azml().answers("register", 0, FakeAzml.done("register", "{\"name\": \"iris\", \"version\": \"3\"}"));
        has("'models': {'iris': {}}");
    }

    /** What the pipeline file holds. */
    private void has(String keys) throws IOException {
        run.file("azml/pipeline.yml", "as below");
        run.azml().answers("yaml", 0, "{" + keys.replace('\'', '"') + "}");
    }

    private RunResult approved(String call) throws IOException {
        return run.of(call, options -> options.answers(Answers.APPROVE));
    }

    private List<String> calls(String verb) throws IOException {
        return run.azml().calls().stream()
                .filter(call -> call.startsWith("[" + verb + "]"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"main, 1", "PR-7, 0"})
    void a_key_without_a_value_tells_nothing(String branch, int promotions) throws IOException {
        if (promotions == 0) {
            run.with("BRANCH_NAME", branch).with("CHANGE_ID", "7");
        }
        has(
                "'model': null, 'stages': null, 'approval': {'hours': null}, 'setup': null, 'credentials': null, 'checks': null,"
                        + " 'freeze': null, 'branches': null, 'reuse': null,"
                        + " 'models': {'iris': {'pullRequest': null, 'set': null, 'staging': null, 'job': null}}");

        RunResult result = approved("azmlPipeline(models: null, fork: null, result: null)");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(calls("train")).singleElement().asString().contains("[--reuse]", "[azml/job.yml]");
        assertThat(calls("promote")).hasSize(promotions);
    }

    @ParameterizedTest
    @CsvSource({
        "main, false, , true",
        "trunk, true, , true",
        "trunk, false, , false",
        "release, false, release, true",
        "main, true, release, false"
    })
    void a_branch_delivers_if_it_is_named_or_usual(String branch, boolean primary, String named, boolean delivers)
            throws IOException {
        run.with("BRANCH_NAME", branch).with("BRANCH_IS_PRIMARY", Boolean.toString(primary));
        has("'setup': {'dev': 'in-dev', 'prod': 'in-prod'}, 'stages': {'staging': false, 'promotion': false},"
                + (named == null ? "" : " 'branches': ['" + named + "'],") + " 'models': {'iris': {}}");

        run.of("azmlPipeline()");

        assertThat(calls("register")).hasSize(delivers ? 1 : 0);
        assertThat(calls("setup"))
                .as("a branch that delivers nothing changes no workspace")
                .hasSize(delivers ? 2 : 0);
    }

    @Test
    void a_project_that_serves_nothing_needs_no_files_for_that() throws IOException {
        has("'stages': {'staging': false, 'promotion': false}, 'models': {'iris': {}}");

        run.of("azmlPipeline()");

        assertThat(calls("validate"))
                .containsExactly("[validate] [--] [azml/job.yml] [azml/gates.yml] [azml/model.yml]");
    }

    @ParameterizedTest
    @CsvSource({"APPROVE, SUCCESS", "REFUSE, ABORTED"})
    void who_cannot_be_told_does_not_decide_how_a_build_ends(Answers answers, String end) throws IOException {
        RunResult result = run.of(
                "azmlPipeline(notify: { if (it.event == 'approval') { echo \"told ${it.headline}\" } else { mail it.headline } })",
                options -> options.answers(answers));

        assertThat(run.console())
                .contains("told iris: better, lower\n", "notify failed at 'finished': No such DSL method 'mail'\n");
        assertThat(result.result()).hasToString(end);
    }

    @Test
    void evidence_that_cannot_be_kept_does_not_hide_why_a_build_fails() throws IOException {
        run.azml()
                .answers(
                        "train",
                        1,
                        "{\"run\": \"@RUN@\", \"stage\": \"train\", \"status\": \"failed\", \"exitCode\": 1,"
                                + " \"problems\": [{\"code\": \"JOB_FAILED\", \"what\": \"exit code 1\"}]}");

        run.of("azmlPipeline(beforeTrain: { node { writeFile file: 'azml-evidence', text: 'no folder' } })");

        assertThat(run.console())
                .contains("the evidence was not archived: ", "ERROR: azmlTrain: JOB_FAILED: exit code 1\n");
    }

    @Test
    void a_host_that_takes_no_comment_does_not_decide_how_a_build_ends() throws IOException {
        run.with("BRANCH_NAME", "PR-7").with("CHANGE_ID", "7");
        Path variables = Files.createDirectories(folder.resolve("github/vars"));
        Files.writeString(
                variables.resolve("pullRequest.groovy"),
                "@groovy.transform.Field List comments = []\ndef comment(text) {\n    error 'bad credentials'\n}\n");

        RunResult result = run.of(
                "azmlPipeline(result: [by: 'comment'])",
                options -> options.libraries(List.of(
                        new LibrarySource("azml", LibraryRun.repository(), "HEAD", true),
                        new LibrarySource("github", folder.resolve("github"), "HEAD", true))));

        assertThat(run.console()).contains("the result is on this build's page alone: bad credentials\n");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void models_with_names_alike_have_marks_of_their_own() throws IOException {
        has("'stages': {'staging': false, 'approval': false}, 'models': {'a.b': {'endpoint': 'a-dot-b'}}");

        approved("azmlPipeline(afterPromotion: { echo \"a.b ${env.%s}, a-b ${env.%s}, a_b ${env.AZML_PROMOTES_a_b}\" })"
                .formatted(mark("a.b"), mark("a-b")));

        assertThat(run.console()).contains("a.b true, a-b null, a_b null\n");
    }

    @Test
    void models_that_are_trained_alike_have_a_run_each() throws IOException {
        run.with("BRANCH_NAME", "PR-7").with("CHANGE_ID", "7");
        has("'models': {'iris': {}, 'rose': {}}");

        run.of("azmlPipeline()");

        assertThat(calls("train")).hasSize(2).doesNotHaveDuplicates();
        assertThat(calls("resume")).hasSize(2).doesNotHaveDuplicates();
    }

    private static String mark(String model) {
        return "AZML_PROMOTES_a_b_" + Integer.toString(model.hashCode() & Integer.MAX_VALUE, 36);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node { azmlTrain 'azml/job.yml', workspace: 'dev' }"
                        + " | azmlTrain: arguments have names, as in azmlTrain(file: ...); 'azml/job.yml' stands without one",
                "azmlPipeline { }"
                        + " | azmlPipeline: arguments have names, as in azmlPipeline(models: ...); a closure stands without one",
                "azmlPipeline(notify: 'me') | azmlPipeline: 'notify' is a closure, as in notify: { ... }",
                "node { azmlTrain file: 'f', run: '../x' } | azmlTrain: the argument 'run' is '../x', which is no run id:"
                        + " expected up to 100 letters, digits, '-' or '_', a letter or digit first",
                "azmlPipeline(freeze: [[from: '2030-02-31', to: '2030-01-31']])"
                        + " | azmlPipeline: 'freeze[0]' ends before it begins: from 2030-02-31 to 2030-01-31",
                "azmlPipeline(freeze: [[from: '2026-99-01']]) | azmlPipeline: 'freeze[0].from' is '2026-99-01';"
                        + " expected a date or time such as 2026-12-24 or 2026-12-24 18:00",
                "azmlPipeline(approval: [hours: 1.5]) | azmlPipeline: 'approval.hours' is 1.5; expected a whole number",
                "azmlPipeline(models: [my_model: [:]]) | azmlPipeline: the endpoint of model 'my_model' is 'my_model'; expected"
                        + " 3 to 32 letters, digits and hyphens, a letter first and no hyphen last: give the model another"
                        + " with endpoint:",
                "azmlPipeline(models: [rose: [endpoint: 'iris']]) | azmlPipeline: models 'iris' and 'rose' would both be"
                        + " served at endpoint 'iris' of workspace 'dev': give one of them another with endpoint:",
                "azmlPipeline(dev: 'w', prod: 'w') | azmlPipeline: model 'iris' would be tried on endpoint 'iris' of"
                        + " workspace 'w', which serves it in production: give it another with staging: {endpoint: ...}",
                "withEnv(['AZML_WORKSPACES=dev']) { azmlPipeline() }"
                        + " | azmlPipeline: the workspace 'prod' is not for this job; AZML_WORKSPACES allows dev",
                "azmlPipeline(folder: 'elsewhere')"
                        + " | azmlPipeline: there is no model; name one in elsewhere/azml/pipeline.yml, as models: {NAME: {}}"
            })
    void a_mistake_is_one_line(String script, String line) throws IOException {
        RunResult result = run.of(script);

        assertThat(run.console().lines().filter(printed -> printed.startsWith("ERROR: ")))
                .containsExactly("ERROR: " + line);
        assertThat(run.console()).doesNotContain("\tat ");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
        System.out.println("library: " + line);
    }
}

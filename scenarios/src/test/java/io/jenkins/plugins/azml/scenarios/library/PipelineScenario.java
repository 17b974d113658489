package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.build.StageNode;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden path: which stages run, who is asked, what is kept. */
class PipelineScenario {
    private static final String VERDICT =
            "{\"verdict\": \"%s\", \"reason\": \"%s\", \"champion\": \"iris:2\", \"gates\":"
                    + " [{\"metric\": \"rmse\", \"rule\": \"at most 60\", \"candidate\": 55.1, \"reference\": 60,"
                    + " \"difference\": -4.9, \"outcome\": \"passed\"}]}";

    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder).with("BRANCH_NAME", "main");
        run.file("azml/pipeline.yml", "models: {iris: {}}");
        run.azml().answers("yaml", 0, "{\"models\": {\"iris\": {\"pullRequest\": {\"set\": {\"inputs.n\": 10}}}}}");
        waitsOnce(
                "train",
                1,
                "{\"job\": \"job-1\", \"metrics\": {\"rmse\": 55.1}, \"tags\": {\"azml.commit\": \"c0ffee\"}}");
        run.azml().answers("evaluate", 0, FakeAzml.done("evaluate", VERDICT.formatted("better", "rmse fell")));
        run.azml()
                .answers(
                        "register",
                        0,
                        FakeAzml.done("register", "{\"model\": \"iris:3\", \"name\": \"iris\", \"version\": \"3\"}"));
        waitsOnce("deploy", 2, "{\"endpoint\": \"iris\", \"deployment\": \"iris-3\", \"model\": \"iris:3\"}");
        waitsOnce(
                "promote",
                3,
                "{\"model\": \"iris:3\", \"endpoint\": \"iris\", \"deployment\": \"iris-3\", \"previous\": \"iris-2\"}");
    }

    /** The verb is handed over, and the n-th visit finds its end. */
    private void waitsOnce(String verb, int visit, String result) throws IOException {
        run.azml().answers(verb, 0, FakeAzml.waiting(verb));
        run.azml().answers("resume", visit, 0, FakeAzml.done(verb, result));
    }

    private RunResult main(Answers answers) throws IOException {
        return run.of("azmlPipeline()", options -> options.answers(answers));
    }

    private static List<String> stages(RunResult result) {
        return result.stages().stream().map(StageNode::name).toList();
    }

    private List<String> verbs() throws IOException {
        return run.azml().calls().stream()
                .map(call -> call.substring(1, call.indexOf(']')))
                .toList();
    }

    @Test
    void a_pull_request_trains_with_its_own_inputs_and_ends_with_a_verdict() throws IOException {
        run.with("CHANGE_ID", "7").with("BRANCH_NAME", "PR-7");

        RunResult result = run.of("azmlPipeline()", options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(run.console()).contains("the result is on this build's page");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(stages(result)).containsExactly("Validate", "Train", "Evaluate");
        assertThat(verbs()).containsExactly("yaml", "validate", "train", "resume", "evaluate");
        assertThat(run.azml().calls().get(2)).contains("[--set=inputs.n=10]", "[--reuse]", "[--workspace=dev]");
        assertThat(run.azml().calls().get(4)).contains("[--endpoint=iris]", "[--champion-in=prod]", "[--job=job-1]");
        assertThat(result.description()).isEqualTo("iris: better, rmse fell");
    }

    @Test
    void the_main_branch_goes_to_production_once_somebody_approves() throws IOException {
        RunResult result = run.of(
                "azmlPipeline()",
                options -> options.answers(Answers.APPROVE).durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(run.console()).contains("Promote iris to prod?", "rmse at most 60: 55.1, compared with 60");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(stages(result))
                .containsExactly("Validate", "Train", "Evaluate", "Register", "Staging", "Approval", "Promotion");
        assertThat(verbs())
                .containsExactly(
                        "yaml",
                        "validate",
                        "train",
                        "resume",
                        "evaluate",
                        "register",
                        "deploy",
                        "resume",
                        "test",
                        "promote",
                        "resume",
                        "test");
        assertThat(Files.readString(result.folder().resolve("archive/azml-evidence/iris.json")))
                .contains("\"approver\":\"tester\"", "\"commit\":\"c0ffee\"", "\"verdict\":\"better\"", "iris-2");
        assertThat(result.description()).isEqualTo("iris: iris:3 serves in production as iris-3");
    }

    @Test
    void a_worse_candidate_is_held_by_its_gate() throws IOException {
        run.azml()
                .answers(
                        "evaluate",
                        3,
                        "{\"run\": \"@RUN@\", \"stage\": \"evaluate\", \"status\": \"gate\", \"exitCode\": 3, \"result\": "
                                + VERDICT.formatted("worse", "rmse rose") + "}");

        RunResult result = main(Answers.APPROVE);

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(verbs()).doesNotContain("register", "deploy", "promote");
        assertThat(result.description()).contains("held by a gate, worse: rmse rose");
    }

    @Test
    void a_refused_approval_promotes_nothing_and_keeps_the_evidence() throws IOException {
        RunResult result = main(Answers.REFUSE);

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(verbs()).doesNotContain("promote");
        assertThat(result.folder().resolve("archive/azml-evidence/iris.md")).exists();
    }

    @Test
    void a_test_that_fails_after_the_promotion_rolls_it_back() throws IOException {
        run.azml()
                .answers(
                        "test",
                        2,
                        1,
                        "{\"run\": \"@RUN@\", \"stage\": \"test\", \"status\": \"failed\", \"exitCode\": 1,"
                                + " \"problems\": [{\"code\": \"TESTS_FAILED\", \"what\": \"1 of 3 tests failed\"}]}");

        RunResult result = main(Answers.APPROVE);

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(verbs()).endsWith("test", "rollback");
        assertThat(run.azml().calls()).last().asString().contains("[--endpoint=iris] [--workspace=prod]");
        assertThat(result.description()).startsWith("iris: rolled back: azmlTest: TESTS_FAILED: 1 of 3 tests failed");
    }

    @Test
    void an_aborted_build_cancels_the_job_that_trains() throws IOException {
        run.azml().answers("resume", 1, 0, FakeAzml.waiting("train"));
        run.azml().answers("resume", 2, 0, FakeAzml.waiting("train"));

        RunResult result =
                run.of("azmlPipeline()", options -> options.actions(List.of(RunAction.parse("Sleeping for=stop"))));

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(verbs()).endsWith("train", "resume", "cancel");
    }

    @Test
    void no_executor_is_held_while_a_job_trains_or_a_person_thinks() throws IOException {
        main(Answers.APPROVE);

        String console = run.console().replaceAll("(?m)^(?!\\[Pipeline] |Sleeping|Promote ).*\\n", "");
        int depth = 0;
        for (String line : console.lines().toList()) {
            depth += line.equals("[Pipeline] node") ? 1 : line.equals("[Pipeline] // node") ? -1 : 0;
            if (line.equals("[Pipeline] sleep") || line.equals("[Pipeline] input")) {
                assertThat(depth).isZero();
            }
        }
        assertThat(console).contains("[Pipeline] input");
    }

    @Test
    void several_models_are_trained_in_parallel() throws IOException {
        run.azml().answers("yaml", 0, "{\"models\": {\"iris\": {}, \"rose\": {\"job\": \"azml/rose.yml\"}}}");
        for (String verb : List.of("train", "resume")) {
            for (int call = 1; call <= 3; call++) {
                run.azml().answers(verb, call, 0, FakeAzml.done("train", "{\"job\": \"j\"}"));
            }
        }
        run.with("CHANGE_ID", "8").with("BRANCH_NAME", "PR-8");

        RunResult result = run.of("azmlPipeline()", options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(run.console()).contains("{ (Train iris)", "{ (Train rose)");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.azml().calls()).anyMatch(call -> call.endsWith("[azml/rose.yml]"));
        assertThat(result.description()).contains("iris: better").contains("rose: better");
    }

    @Test
    void a_forks_pull_request_meets_no_credential() throws IOException {
        run.azml().localAzure("export IDENTITY_ENDPOINT='http://127.0.0.1:1/'\nexport AZURE_SUBSCRIPTION_ID='local'");
        run.azml().answers("train", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));
        run.azml()
                .answers(
                        "yaml",
                        0,
                        "{\"credentials\": {\"dev\": \"sp\"}, \"checks\": [\"env >../checked\"], \"models\": {\"iris\": {}}}");
        run.with("CHANGE_ID", "9")
                .with("CHANGE_FORK", "stranger")
                .with("BRANCH_NAME", "PR-9")
                .with("AZURE_CLIENT_SECRET", "of-the-agent");

        RunResult result = run.of(
                "azmlPipeline()",
                options -> options.credentials(
                        Map.of("sp", new Credential.ServicePrincipal("s", "t", "c", "top-secret"))));

        assertThat(run.console()).contains("a pull request of a fork gets no credentials");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(verbs())
                .containsExactly(
                        "yaml", "validate", "emulator", "emulator", "train", "emulator", "evaluate", "emulator");
        assertThat(run.azml().environment())
                .contains("AZURE_SUBSCRIPTION_ID=local")
                .doesNotContain("top-secret");
        assertThat(run.console()).doesNotContain("top-secret", "127.0.0.1:1");
    }

    @Test
    void a_frozen_time_promotes_nothing() throws IOException {
        RunResult result = run.of(
                "azmlPipeline(freeze: [[from: '2020-01-01', to: '2999-01-01', reason: 'audit']])",
                options -> options.answers(Answers.APPROVE));

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(verbs()).contains("deploy").doesNotContain("promote");
        assertThat(result.description()).contains("promotions are frozen until 2999-01-01: audit");
    }

    @Test
    void an_older_build_does_not_promote_over_a_newer_one() throws IOException {
        AnswerStep newer = new AnswerStep("newer", all -> {
            try {
                return run.of("env.AZML_PROMOTES_iris = 'true'").number();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });

        RunResult result = run.of("azmlPipeline(afterApproval: { newer() })", options -> options.steps(List.of(newer)));

        assertThat(newer.calls()).hasSize(1);
        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(verbs()).contains("deploy").doesNotContain("promote");
        assertThat(result.description()).isEqualTo("iris: held, build 2 has promoted a newer one");
        System.out.println("library: an older build is " + result.description());
    }

    @ParameterizedTest
    @CsvSource({"H 4 * * 1, 1", "'', 1", ", 0"})
    void the_main_branch_is_scheduled_where_it_is_told_to(String schedule, int times) throws IOException {
        AnswerStep properties = new AnswerStep("properties", all -> null, "properties");

        run.of(
                "azmlPipeline(stages: [staging: false, promotion: false]"
                        + (schedule == null ? ")" : ", schedule: '" + schedule + "')"),
                options -> options.steps(List.of(properties)));

        assertThat(properties.calls()).hasSize(times);
        assertThat(properties.calls().toString().contains("H 4 * * 1")).isEqualTo("H 4 * * 1".equals(schedule));
    }

    @Test
    void hooks_run_and_stages_can_be_switched_off() throws IOException {
        waitsOnce("promote", 2, "{\"model\": \"iris:3\", \"endpoint\": \"iris\", \"deployment\": \"iris-3\"}");

        RunResult result = run.of("""
                azmlPipeline(
                    stages: [staging: false, approval: false],
                    beforeTrain: { echo "before ${it.model}" },
                    afterEvaluate: { echo "verdict ${it.evidence.evaluation.verdict}" },
                    notify: { echo "told ${it.event}: ${it.headline}" })
                """);

        assertThat(run.console())
                .contains("before iris", "verdict better", "told finished: iris: iris:3 serves in production");
        assertThat(stages(result)).containsExactly("Validate", "Train", "Evaluate", "Register", "Promotion");
    }
}

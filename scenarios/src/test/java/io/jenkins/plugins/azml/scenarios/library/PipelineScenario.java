package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.StageNode;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden path: which stages run, who is asked, what is kept. */
class PipelineScenario extends LibraryScenario {
    @BeforeEach
    void prepare() throws IOException {
        trains(50.0, Duration.ofSeconds(2), 0);
        job.with("BRANCH_NAME", "main");
        job.file("azml/pipeline.yml", """
                models:
                  diabetes:
                    set: {inputs.alpha: 2}
                    pullRequest: {set: {inputs.alpha: 10}}
                    staging: {endpoint: diabetes-staging}
                """);
    }

    private RunResult main(Answers answers) throws IOException {
        return job.of("azmlPipeline()", options -> options.answers(answers));
    }

    private static List<String> stages(RunResult result) {
        return result.stages().stream().map(StageNode::name).toList();
    }

    private String evidence(RunResult result, String kind) throws IOException {
        return Files.readString(result.folder().resolve("archive/azml-evidence/diabetes." + kind));
    }

    @Test
    void a_pull_request_trains_with_its_own_inputs_and_ends_with_a_verdict() throws IOException {
        job.with("CHANGE_ID", "7").with("BRANCH_NAME", "PR-7");

        RunResult result = job.of("azmlPipeline()", options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(job.console()).contains("the result is on this build's page");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(stages(result)).containsExactly("Validate", "Train", "Evaluate");
        assertThat(verbs()).containsExactly("yaml", "validate", "train", "resume", "evaluate");
        assertThat(job.asked().get(2)).isEqualTo("train azml/job.yml no-wait reuse set=inputs.alpha=10 workspace=dev");
        assertThat(job.asked().get(4)).contains("endpoint=diabetes", "champion-in=prod", "job=models-diabetes-");
        assertThat(result.description()).startsWith("diabetes: better, rmse");
    }

    @Test
    void the_main_branch_goes_to_production_once_somebody_approves() throws IOException {
        job.with("GIT_COMMIT", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");

        RunResult result = job.of(
                "azmlPipeline()",
                options -> options.answers(Answers.APPROVE).durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(job.console()).contains("Promote diabetes to prod?", "rmse at most 65", "compared with 65");
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
        assertThat(evidence(result, "json"))
                .contains(
                        "\"approver\":\"tester\"",
                        "\"commit\":\"c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00\"",
                        "\"verdict\":\"better\"",
                        "\"previous\":\"diabetes-1-");
        assertThat(result.description()).startsWith("diabetes: diabetes:2 serves in production as diabetes-2-");
    }

    @Test
    void a_worse_candidate_is_held_by_its_gate() throws IOException {
        trains(70.0, Duration.ofSeconds(2), 0);

        RunResult result = main(Answers.APPROVE);

        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(verbs()).doesNotContain("register", "deploy", "promote");
        assertThat(result.description()).contains("held by a gate, worse: rmse");
    }

    @Test
    void a_refused_approval_promotes_nothing_and_keeps_the_evidence() throws IOException {
        RunResult result = main(Answers.REFUSE);

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(verbs()).doesNotContain("promote");
        assertThat(evidence(result, "md")).contains("rmse");
    }

    @Test
    void a_test_that_fails_after_the_promotion_rolls_it_back() throws IOException {
        job.failingInProduction();

        RunResult result = main(Answers.APPROVE);

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(verbs()).endsWith("test", "rollback");
        assertThat(job.asked()).last().asString().isEqualTo("rollback endpoint=diabetes workspace=prod");
        assertThat(result.description()).startsWith("diabetes: rolled back: azmlTest: TEST_FAILED: 1 of 1 tests");
    }

    @Test
    void an_aborted_build_cancels_the_job_that_trains() throws IOException {
        trains(50.0, Duration.ofDays(30), 0);

        RunResult result = job.of("azmlPipeline()", LibraryScenario::aborted);

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(job.jobs()).containsExactly("Canceled");
        assertThat(evidence(result, "json")).contains("\"failure\":\"the build was interrupted\"");
    }

    @Test
    void no_executor_is_held_while_a_job_trains_or_a_person_thinks() throws IOException {
        main(Answers.APPROVE);

        int depth = 0;
        for (String line : job.console().lines().toList()) {
            depth += line.equals("[Pipeline] node") ? 1 : line.equals("[Pipeline] // node") ? -1 : 0;
            if (line.matches("\\[Pipeline] (sleep|azmlResume|input)")) {
                assertThat(depth).as(line).isZero();
            }
        }
        assertThat(job.console()).contains("[Pipeline] input").containsPattern("\\[Pipeline] (sleep|azmlResume)");
    }

    @Test
    void several_models_are_trained_in_parallel() throws IOException {
        job.file("azml/pipeline.yml", "models: {diabetes: {set: {inputs.alpha: 3}}, rose: {job: azml/rose.yml}}");
        job.file("azml/rose.yml", Files.readString(job.sources().resolve("azml/job.yml")));
        job.with("CHANGE_ID", "8").with("BRANCH_NAME", "PR-8");

        RunResult result =
                job.of("azmlPipeline(reuse: false)", options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(job.console()).contains("{ (Train diabetes)", "{ (Train rose)");
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(job.asked()).anyMatch(call -> call.startsWith("train azml/rose.yml "));
        assertThat(job.jobs()).containsExactly("Completed", "Completed");
        assertThat(result.description()).contains("diabetes: better").contains("rose: better");
    }

    @Test
    void a_frozen_time_promotes_nothing() throws IOException {
        RunResult result = job.of(
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
                return job.of("env.AZML_PROMOTES_diabetes = 'true'").number();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });

        RunResult result = job.with(newer).of("azmlPipeline(afterApproval: { newer() })");

        assertThat(newer.calls()).hasSize(1);
        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        assertThat(verbs()).contains("deploy").doesNotContain("promote");
        assertThat(result.description()).isEqualTo("diabetes: held, build 2 has promoted a newer one");
        System.out.println("library: an older build is " + result.description());
    }

    @ParameterizedTest
    @CsvSource({"H 4 * * 1, 1", "'', 1", ", 0"})
    void the_main_branch_is_scheduled_where_it_is_told_to(String schedule, int times) throws IOException {
        AnswerStep properties = new AnswerStep("properties", all -> null, "properties");

        job.with(properties)
                .of("azmlPipeline(stages: [staging: false, promotion: false]"
                        + (schedule == null ? ")" : ", schedule: '" + schedule + "')"));

        assertThat(properties.calls()).hasSize(times);
        assertThat(properties.calls().toString().contains("H 4 * * 1")).isEqualTo("H 4 * * 1".equals(schedule));
    }

    @Test
    void hooks_run_and_stages_can_be_switched_off() throws IOException {
        RunResult result = job.of("""
                azmlPipeline(
                    stages: [staging: false, approval: false],
                    beforeTrain: { echo "before ${it.model}" },
                    afterEvaluate: { echo "verdict ${it.evidence.evaluation.verdict}" },
                    notify: { echo "told ${it.event}: ${it.headline}" })
                """);

        assertThat(job.console())
                .contains(
                        "before diabetes",
                        "verdict better",
                        "told finished: diabetes: diabetes:2 serves in production");
        assertThat(stages(result)).containsExactly("Validate", "Train", "Evaluate", "Register", "Promotion");
    }

    @Test
    void a_failure_leaves_its_evidence() throws IOException {
        trains(50.0, Duration.ofSeconds(2), 1);

        RunResult result = main(Answers.APPROVE);

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(evidence(result, "json")).contains("\"failure\":\"azmlTrain: JOB_FAILED: job '");
        assertThat(result.description()).startsWith("diabetes: failed: azmlTrain: JOB_FAILED: job '");
    }
}

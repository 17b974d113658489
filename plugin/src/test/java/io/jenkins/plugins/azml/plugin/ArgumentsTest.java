package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.labels.LabelAtom;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the arguments of the steps do that are no stage's. */
class ArgumentsTest {
    private static ReadyAzure azure;

    @BeforeAll
    static void setUp(@TempDir Path home) throws Exception {
        azure = new ReadyAzure(home);
    }

    @AfterAll
    static void close() {
        azure.close();
    }

    private static BuildContext trained(Controller controller, TrainStep train, BuildContext context) throws Exception {
        StepExecution execution = train.start(context);
        execution.start();
        controller.see(execution, context);
        return context;
    }

    private static Map<String, String> handle(Controller controller) throws Exception {
        TrainStep train = new TrainStep("job.yml");
        train.setWait(false);
        Map<?, ?> handle = controller.see(train, "12");
        return Map.of("run", (String) handle.get("run"), "build", (String)
                ((Map<?, ?>) handle.get("arguments")).get("build"));
    }

    @Test
    void a_stage_that_takes_longer_than_its_timeout_is_cancelled_and_says_so() throws Exception {
        try (Controller controller = azure.controller("timeout")) {
            TrainStep train = new TrainStep("job.yml");
            train.setTimeout("20s");

            BuildContext context = trained(controller, train, controller.context("12"));

            assertThat(context.failure())
                    .isInstanceOf(AbortException.class)
                    .hasMessageContaining("azmlTrain took longer than its timeout of 20s");
            assertThat(controller.said()).contains("is Canceled");
        }
    }

    @Test
    void a_step_that_was_aborted_before_its_time_was_over_is_no_late_one() throws Exception {
        try (Controller controller = azure.controller("abort-in-time")) {
            TrainStep train = new TrainStep("job.yml");
            train.setTimeout("20s");
            BuildContext context = controller.context("12");
            StepExecution execution = train.start(context);
            execution.start();
            controller.beat();

            FlowInterruptedException cause = new FlowInterruptedException(Result.ABORTED, true);
            execution.stop(cause);
            controller.emulator.clock().advance(Duration.ofSeconds(20));
            controller.see(execution, context);

            assertThat(context.failure()).isSameAs(cause);
            assertThat(controller.said()).contains("is cancelled").doesNotContain("took longer");
        }
    }

    @Test
    void a_timeout_counts_from_the_begin_whatever_restarts() throws Exception {
        try (Controller controller = azure.controller("timeout-restart")) {
            TrainStep train = new TrainStep("job.yml");
            train.setTimeout("20s");
            train.setPropagate(false);
            BuildContext context = controller.context("12");
            StepExecution execution = train.start(context);
            execution.start();
            controller.beat();
            execution = controller.restart(execution);
            controller.emulator.clock().advance(Duration.ofSeconds(20));
            execution = controller.restart(execution);
            controller.see(execution, context);

            assertThat(((Map<?, ?>) context.result()).get("code")).isEqualTo("TIMED_OUT");
        }
    }

    @Test
    void a_stage_within_its_timeout_is_as_any_other() throws Exception {
        try (Controller controller = azure.controller("in-time")) {
            TrainStep train = new TrainStep("job.yml");
            train.setTimeout("10m");

            assertThat(controller.see(train, "12").get("status")).isEqualTo("done");
        }
    }

    @Test
    void the_outputs_of_a_job_are_downloaded_into_the_workspace_folder() throws Exception {
        try (Controller controller = azure.controller("downloaded")) {
            TrainStep train = new TrainStep("job.yml");
            train.setDownload("outputs");

            Map<?, ?> result = controller.see(train, "12");

            assertThat((Integer) result.get("filesDownloaded")).isPositive();
            assertThat(Files.readString(controller.folder.resolve("outputs/artifacts/model/MLmodel")))
                    .isEqualTo("2");
        }
    }

    @Test
    void outputs_that_cannot_be_downloaded_are_tried_for_a_while_and_then_fail_the_step_in_one_line() throws Exception {
        try (Controller controller = azure.controller("download")) {
            TrainStep train = new TrainStep("job.yml");
            train.setDownload("outputs");

            controller.transport.withoutLists();

            BuildContext context = trained(controller, train, controller.context("12"));

            assertThat(context.failure()).isInstanceOf(AbortException.class).hasMessageContaining("could not list");
            assertThat(context.failure().getMessage().lines()).hasSize(1);
            assertThat(controller.said().lines().filter(line -> line.contains("waits") && line.contains("list")))
                    .hasSize(7);
        }
    }

    @Test
    void outputs_go_nowhere_but_below_the_workspace_folder() throws Exception {
        try (Controller controller = azure.controller("download-outside")) {
            TrainStep train = new TrainStep("job.yml");
            train.setDownload("../elsewhere");

            BuildContext context = trained(controller, train, controller.context("12"));

            assertThat(context.failure()).hasMessageContaining("'../elsewhere': it is outside the workspace folder");
            assertThat(controller.folder.resolveSibling("elsewhere")).doesNotExist();
        }
    }

    private static BuildContext afterANode(Controller controller, FilePath left) {
        BuildContext context = controller.outside("12");
        WorkspaceAction action = mock(WorkspaceAction.class);
        when(action.getNode()).thenReturn("agent-3");
        when(action.getPath()).thenReturn(controller.folder.toString());
        LabelAtom label = mock(LabelAtom.class);
        when(label.getName()).thenReturn("gpu");
        when(action.getLabels()).thenReturn(Set.of(label));
        when(action.getWorkspace()).thenReturn(left);
        FlowNode node = mock(FlowNode.class);
        when(node.getId()).thenReturn("5");
        when(node.getAction(WorkspaceAction.class)).thenReturn(action);
        FlowNode between = mock(FlowNode.class);
        when(between.getId()).thenReturn("9");
        when(between.getParents()).thenReturn(List.of(node));
        when(context.get(FlowNode.class).getParents()).thenReturn(List.of(between));
        return context;
    }

    @Test
    void outside_a_node_the_folder_is_the_one_that_the_build_left_on_a_node_of_the_label() throws Exception {
        try (Controller controller = azure.controller("visit")) {
            TrainStep train = new TrainStep("job.yml");
            train.setNode("gpu");
            BuildContext context = afterANode(controller, new FilePath(controller.folder.toFile()));

            assertThat(controller.see(train, context).get("status")).isEqualTo("done");
        }
    }

    @Test
    void a_node_that_is_away_is_waited_for() throws Exception {
        try (Controller controller = azure.controller("visit-away")) {
            TrainStep train = new TrainStep("job.yml");
            train.setNode("agent-3");
            BuildContext context = afterANode(controller, null);
            StepExecution execution = train.start(context);
            execution.start();
            controller.beat();
            assertThat(controller.said()).contains("the node 'agent-3' with the workspace folder");
            afterANode(controller, new FilePath(controller.folder.toFile()));
            BuildContext back = afterANode(controller, new FilePath(controller.folder.toFile()));

            controller.see(controller.restart(execution), back);

            assertThat(((Map<?, ?>) back.result()).get("status")).isEqualTo("done");
        }
    }

    @Test
    void without_a_node_and_without_a_label_no_file_is_read() throws Exception {
        try (Controller controller = azure.controller("no-node")) {
            BuildContext context = trained(controller, new TrainStep("job.yml"), controller.outside("12"));

            assertThat(context.failure()).hasMessageContaining("so it stands inside 'node'");
        }
    }

    @Test
    void a_label_where_the_build_never_was_is_a_mistake() throws Exception {
        try (Controller controller = azure.controller("no-label")) {
            TrainStep train = new TrainStep("job.yml");
            train.setNode("fpga");

            BuildContext context =
                    trained(controller, train, afterANode(controller, new FilePath(controller.folder.toFile())));

            assertThat(context.failure())
                    .hasMessageContaining("has left no workspace folder on a node of label 'fpga'");
        }
    }

    @Test
    void a_handle_of_another_job_is_taken_up_where_its_build_may_be_seen() throws Exception {
        try (Controller controller = azure.controller("other-job")) {
            Map<String, String> handle = handle(controller);
            assertThat(handle.get("build")).isEqualTo("team/train#7");
            controller.anotherJob("team/deploy");
            ResumeStep resume = new ResumeStep(handle.get("run"));
            resume.setArguments(Map.of("build", handle.get("build")));

            assertThat(controller.see(resume, controller.outside("13")).get("status"))
                    .isEqualTo("done");
        }
    }

    @Test
    void a_handle_of_a_build_that_nobody_may_see_is_refused() throws Exception {
        try (Controller controller = azure.controller("hidden-job")) {
            ResumeStep resume = new ResumeStep("team-train-7-12-train-x");
            resume.setArguments(Map.of("build", "hidden/job#3"));
            StepExecution execution = resume.start(controller.outside("13"));

            assertThat(catchThrowable(execution::start))
                    .isInstanceOf(AbortException.class)
                    .hasMessageContaining("there is no build hidden/job#3 any longer that you may see");
        }
    }

    private static Throwable begun(Controller controller, TrainStep train) throws IOException {
        return catchThrowable(() -> train.start(controller.context("12")).start());
    }

    @Test
    void a_subscription_says_which_configured_workspace_is_meant_and_reaches_no_other() throws Exception {
        try (Controller controller = azure.controller("subscription")) {
            TrainStep train = new TrainStep("job.yml");
            train.setWorkspace("dev");
            train.setSubscription(controller.emulator.scope().subscription());
            assertThat(controller.see(train, "12").get("status")).isEqualTo("done");

            train.setSubscription("11111111-1111-1111-1111-111111111111");

            assertThat(begun(controller, train))
                    .hasMessageContaining("no workspace of Jenkins' configuration is in subscription"
                            + " '11111111-1111-1111-1111-111111111111' and called 'dev'")
                    .hasMessageContaining("dev, prod");
        }
    }

    private static Step made(Map<String, Object> arguments) throws Exception {
        return new TrainStep.DescriptorImpl().newInstance(new LinkedHashMap<>(arguments));
    }

    @Test
    void an_argument_that_does_not_exist_is_refused_with_the_one_that_was_meant() throws Exception {
        assertThat(made(Map.of("file", "job.yml", "wait", false))).isInstanceOf(TrainStep.class);
        assertThat(catchThrowable(() -> made(Map.of("file", "job.yml", "worksapce", "dev"))))
                .isInstanceOf(AbortException.class)
                .hasMessage("azmlTrain: there is no argument 'worksapce'; did you mean 'workspace'?");
        assertThat(catchThrowable(() -> made(Map.of("file", "job.yml", "set", "a=b"))))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("azmlTrain: an argument is of another type");
    }
}

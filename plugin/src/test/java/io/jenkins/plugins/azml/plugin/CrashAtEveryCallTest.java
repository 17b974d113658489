package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.plugin.step.CancelStep;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training step on a controller that is killed at each of its calls, before and after Azure has done the work. */
class CrashAtEveryCallTest {
    private static ReadyAzure azure;

    @BeforeAll
    static void setUp(@TempDir Path home) throws Exception {
        azure = new ReadyAzure(home);
    }

    @AfterAll
    static void close() {
        azure.close();
    }

    private static Controller controller(String name) throws IOException {
        return azure.controller(name);
    }

    @Test
    void a_controller_killed_at_any_call_sees_the_training_through_once() throws Exception {
        int first;
        int last;
        Map<?, ?> clean;
        try (Controller controller = controller("clean")) {
            first = controller.transport.calls();
            clean = new HashMap<>(controller.see(new TrainStep("job.yml"), "12"));
            last = controller.transport.calls();
        }
        int tried = 0;
        for (int call = first; call < last; call++) {
            for (boolean after : new boolean[] {false, true}) {
                try (Controller controller = controller("kill-" + call + after)) {
                    controller.transport.killAt(call, after);
                    Map<?, ?> result = controller.see(new TrainStep("job.yml"), "12");

                    String what = "killed " + (after ? "after" : "before") + " call " + (call - first);
                    assertThat(result).as(what).isEqualTo(clean);
                    assertThat(controller.said().split("\\| two\\R", -1))
                            .as(what)
                            .hasSize(2);
                    assertThat(submissions(controller)).as(what).isEqualTo(1);
                    tried++;
                }
            }
        }
        System.out.println("a training step, killed at each call, before and after it: " + tried + " kills, "
                + (last - first) + " calls, every one with the clean run's result and one job");
    }

    private static long submissions(Controller controller) {
        return controller.emulator.ledger().stream()
                .filter(entry -> entry.operation().equals("Jobs_CreateOrUpdate"))
                .count();
    }

    @Test
    void an_aborted_step_ends_with_its_cause_when_azure_has_confirmed() throws Exception {
        try (Controller controller = controller("abort")) {
            BuildContext context = controller.context("12");
            StepExecution execution = new TrainStep("job.yml").start(context);
            execution.start();
            until(controller, "is Running");

            FlowInterruptedException cause = new FlowInterruptedException(Result.ABORTED, true);
            execution.stop(cause);
            controller.see(execution, context);

            assertThat(context.failure()).isSameAs(cause);
            assertThat(controller.said()).contains("is Canceled", "is cancelled");
        }
    }

    @Test
    void a_step_aborted_after_a_restart_cancels_the_job_too() throws Exception {
        try (Controller controller = controller("abort-later")) {
            BuildContext context = controller.context("12");
            StepExecution begun = new TrainStep("job.yml").start(context);
            begun.start();
            until(controller, "is Running");

            StepExecution resumed = controller.restart(begun);
            resumed.stop(new FlowInterruptedException(Result.ABORTED, true));
            controller.see(resumed, context);

            assertThat(context.failure()).isInstanceOf(FlowInterruptedException.class);
            assertThat(controller.said()).contains("is Canceled");
        }
    }

    private static void until(Controller controller, String text) {
        for (int beat = 0; !controller.said().contains(text) && beat < 1_000; beat++) {
            controller.beat();
        }
        assertThat(controller.said()).contains(text);
    }

    @Test
    void a_handle_is_seen_through_without_a_node() throws Exception {
        try (Controller controller = controller("handle")) {
            TrainStep train = new TrainStep("job.yml");
            train.setWait(false);
            Map<?, ?> handle = controller.see(train, "12");
            assertThat(handle.get("step")).isEqualTo("azmlTrain");

            Map<?, ?> result = controller.see(new ResumeStep((String) handle.get("run")), "13");

            assertThat(result.get("status")).isEqualTo("done");
            assertThat(result.get("metrics")).isEqualTo(Map.of("rmse", 55.2));
        }
    }

    @Test
    void a_handle_can_be_cancelled() throws Exception {
        try (Controller controller = controller("cancel")) {
            TrainStep train = new TrainStep("job.yml");
            train.setWait(false);
            Map<?, ?> handle = controller.see(train, "12");

            Map<?, ?> result = controller.see(new CancelStep((String) handle.get("run")), "13");

            assertThat(result.get("status")).isEqualTo("cancelled");
        }
    }

    @Test
    void a_mistake_in_the_file_is_one_line_with_its_place() throws Exception {
        try (Controller controller = controller("mistake")) {
            controller.write("job.yml", "type: command\ncomand: x\n");
            BuildContext context = controller.context("12");
            StepExecution execution = new TrainStep("job.yml").start(context);
            execution.start();
            controller.see(execution, context);

            assertThat(context.failure()).isInstanceOf(AbortException.class);
            assertThat(context.failure()).hasMessageContaining("job.yml:");
            assertThat(context.failure().getMessage().lines()).hasSize(1);
        }
    }

    @Test
    void a_job_outside_the_listed_folders_does_not_reach_the_workspace() throws Exception {
        try (Controller controller = controller("folders")) {
            int before = controller.transport.calls();
            TrainStep train = new TrainStep("job.yml");
            train.setWorkspace("prod");
            StepExecution execution = train.start(controller.context("12"));

            assertThat(org.assertj.core.api.Assertions.catchThrowable(execution::start))
                    .isInstanceOf(AbortException.class)
                    .hasMessageContaining("job 'team/train' may not use workspace 'prod'");
            assertThat(controller.transport.calls()).isEqualTo(before);
        }
    }

    @Test
    void what_is_saved_of_a_waiting_step_is_small() throws Exception {
        try (Controller controller = controller("size")) {
            StepExecution execution = new TrainStep("job.yml").start(controller.context("12"));
            execution.start();

            int size = River.write(execution).length;

            System.out.println("a waiting step in program.dat: " + size + " bytes");
            assertThat(size).isLessThan(2_048);
        }
    }
}

package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.EnvVars;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.azml.plugin.check.BuildEnd;
import io.jenkins.plugins.azml.plugin.check.CheckAction;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of a build on its commit, from the begin of its first stage to the build's end. */
class ChecksTest {
    private static ReadyAzure azure;
    private static int count;

    private final List<ChecksDetails> published = new ArrayList<>();
    private Controller controller;

    @BeforeAll
    static void setUp(@TempDir Path home) throws Exception {
        azure = new ReadyAzure(home);
    }

    @AfterAll
    static void close() {
        azure.close();
    }

    @BeforeEach
    void begin() throws IOException {
        controller = azure.controller("check-" + ++count);
        when(controller.build.isBuilding()).thenReturn(true);
        when(controller.build.getUrl()).thenReturn("job/team/job/train/7/");
        Jenkins.install("checks-api", true);
        publisher(published::add);
    }

    @AfterEach
    void end() {
        Jenkins.install("checks-api", false);
        controller.close();
    }

    private static void publisher(java.util.function.Consumer<ChecksDetails> to) {
        ChecksPublisherFactory.use(new ChecksPublisher() {
            @Override
            public void publish(ChecksDetails details) {
                to.accept(details);
            }
        });
    }

    private void train(String name) throws Exception {
        train(controller.context(name));
    }

    private void train(BuildContext context) throws Exception {
        Map<?, ?> result = controller.see(new TrainStep("job.yml"), context);

        assertThat(result.get("status")).isEqualTo("done");
    }

    private void endBuild(Result result) {
        when(controller.build.isBuilding()).thenReturn(false);
        when(controller.build.getResult()).thenReturn(result);
        new BuildEnd().onCompleted(controller.build, mock(TaskListener.class));
        controller.beat();
    }

    /** Time passes until what happened is published. */
    private void pass() {
        for (int beat = 0; beat < 20; beat++) {
            controller.beat();
        }
    }

    @Test
    void a_check_is_in_progress_follows_the_stages_and_is_completed_with_the_build() throws Exception {
        train("12");
        pass();
        int before = published.size();
        endBuild(Result.SUCCESS);

        assertThat(published).allSatisfy(check -> {
            assertThat(check.name).isEqualTo("azml");
            assertThat(check.url).isEqualTo("https://jenkins.example.org/job/team/job/train/7/azml/");
        });
        assertThat(published.subList(0, before))
                .extracting(check -> check.status)
                .containsOnly(ChecksStatus.IN_PROGRESS);
        assertThat(published.get(0).output.title).isEqualTo("1 running");
        assertThat(published.get(before - 1).output.title).isEqualTo("1 done");
        assertThat(published.get(before - 1).output.summary).contains("| rmse | 55.2 |");
        assertThat(published).hasSize(before + 1);
        ChecksDetails last = published.get(before);
        assertThat(last.status).isEqualTo(ChecksStatus.COMPLETED);
        assertThat(last.conclusion).isEqualTo(ChecksConclusion.SUCCESS);
        assertThat(last.output.title).isEqualTo("rmse 55.2");
        System.out.println("check of a build with one training: " + before + " times in progress, once completed");
    }

    @Test
    void what_happens_within_seconds_is_published_together() throws Exception {
        for (int step = 0; step < 20; step++) {
            train("step-" + step);
        }
        published.clear();
        for (int step = 0; step < 20; step++) {
            new TrainStep("job.yml").start(controller.context("more-" + step)).start();
        }
        for (int beat = 0; beat < 100 && published.isEmpty(); beat++) {
            controller.beat();
        }

        assertThat(published).hasSize(1);
        assertThat(published.get(0).output.title).isEqualTo("20 done, 20 running");
    }

    @Test
    void a_build_whose_own_result_is_published_by_the_library_has_no_check_of_the_plugin() throws Exception {
        train(controller.context("12").with(EnvVars.class, new EnvVars(Map.of("AZML_CHECK", "none"))));
        pass();
        endBuild(Result.SUCCESS);

        assertThat(published).isEmpty();
        assertThat(controller.build.getAction(CheckAction.class)).isNull();
    }

    @Test
    void a_build_without_a_stage_has_no_check() {
        endBuild(Result.SUCCESS);

        assertThat(published).isEmpty();
    }

    @Test
    void where_the_plugin_is_not_nothing_is_published_and_nothing_kept() throws Exception {
        Jenkins.install("checks-api", false);

        train("12");
        pass();
        endBuild(Result.SUCCESS);

        assertThat(published).isEmpty();
        assertThat(controller.build.getAction(CheckAction.class)).isNull();
    }

    @Test
    void an_aborted_build_has_a_cancelled_check() throws Exception {
        BuildContext context = controller.context("12");
        StepExecution step = new TrainStep("job.yml").start(context);
        step.start();
        pass();
        step.stop(new InterruptedException());
        controller.see(step, context);
        endBuild(Result.ABORTED);

        ChecksDetails last = published.get(published.size() - 1);
        assertThat(last.conclusion).isEqualTo(ChecksConclusion.CANCELED);
        assertThat(last.output.summary).contains("| train | dev | cancelled |");
    }

    @Test
    void a_check_that_cannot_be_published_is_one_line_in_the_log_and_nothing_else() throws Exception {
        List<String> lines = new ArrayList<>();
        Handler handler = keeping(lines);
        Logger logger = Logger.getLogger("io.jenkins.plugins.azml.plugin.check.Checks");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        when(controller.build.getExternalizableId()).thenReturn("team/train#7");
        publisher(check -> {
            throw new IllegalStateException("502 for https://git.example.org?sig=s3cret");
        });
        try {
            train("12");
            pass();
            lines.clear();
            endBuild(Result.SUCCESS);
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(lines)
                .containsExactly("the check of build team/train#7 was not published or not saved:"
                        + " java.lang.IllegalStateException: 502 for https://git.example.org?sig=***");
        assertThat(controller.said()).doesNotContain("502");
    }

    private static Handler keeping(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(java.text.MessageFormat.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void nothing_is_published_on_the_thread_that_ends_the_build() throws Exception {
        train("12");
        pass();
        published.clear();
        when(controller.build.isBuilding()).thenReturn(false);
        when(controller.build.getResult()).thenReturn(Result.SUCCESS);

        new BuildEnd().onCompleted(controller.build, mock(TaskListener.class));

        assertThat(published).isEmpty();
        controller.beat();
        assertThat(published).hasSize(1);
    }

    @Test
    void a_controller_that_is_killed_before_the_check_is_completed_completes_it_when_the_build_is_loaded()
            throws Exception {
        BuildContext context = controller.context("12");
        StepExecution step = new TrainStep("job.yml").start(context);
        step.start();
        pass();
        StepExecution resumed = controller.restart(step);
        controller.see(resumed, context);
        pass();
        when(controller.build.isBuilding()).thenReturn(false);
        when(controller.build.getResult()).thenReturn(Result.SUCCESS);
        new BuildEnd().onCompleted(controller.build, mock(TaskListener.class));
        published.clear();
        CheckAction saved = controller.build.getAction(CheckAction.class);

        controller.restart(resumed);
        saved.onLoad(controller.build);
        pass();
        saved.onLoad(controller.build);
        pass();

        assertThat(published)
                .singleElement()
                .satisfies(check -> assertThat(check.conclusion).isEqualTo(ChecksConclusion.SUCCESS));
    }
}

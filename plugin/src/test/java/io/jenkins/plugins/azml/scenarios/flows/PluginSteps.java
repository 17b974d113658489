package io.jenkins.plugins.azml.scenarios.flows;

import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.azml.plugin.Configured;
import io.jenkins.plugins.azml.plugin.Pump;
import io.jenkins.plugins.azml.plugin.run.HostsOfTest;
import io.jenkins.plugins.azml.plugin.step.CancelStep;
import io.jenkins.plugins.azml.plugin.step.DeployStep;
import io.jenkins.plugins.azml.plugin.step.EvaluateStep;
import io.jenkins.plugins.azml.plugin.step.PromoteStep;
import io.jenkins.plugins.azml.plugin.step.RegisterStep;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.RollbackStep;
import io.jenkins.plugins.azml.plugin.step.SetupStep;
import io.jenkins.plugins.azml.plugin.step.TestStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.RunAction2;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jspecify.annotations.Nullable;

/** One life of a controller with the plugin: its steps, its threads and its timer, over an Azure and a home that stay. */
public final class PluginSteps {
    private final TwinAzure azure;
    private final Path home;
    private final Asked asked;
    private final Map<Integer, Run<?, ?>> builds = new HashMap<>();
    private final Map<Integer, StepContext> latest = new HashMap<>();

    private Pump pump = new Pump();
    private @Nullable Object program;

    private PluginSteps(TwinAzure azure, Path home, Asked asked) {
        this.azure = azure;
        this.home = home;
        this.asked = asked;
    }

    /** The steps of a controller that starts. */
    public static List<Step> start(TwinAzure azure, Path home, Asked asked) {
        PluginSteps steps = new PluginSteps(azure, home, asked);
        Configured.to(azure.cloud, TwinJob.CREDENTIAL);
        steps.start();
        return descriptors()
                .map(descriptor -> (Step) new PluginStep(descriptor, steps))
                .toList();
    }

    private void start() {
        pump = new Pump();
        Timer.use(pump);
        HostsOfTest.use(azure.network(), azure.cloud.clock(), pump);
    }

    /** A program that was dropped and restored is one whose controller was started again: nothing in memory is left. */
    void resumed(Object restored) {
        if (restored != program) {
            program = restored;
            start();
        }
    }

    private static Stream<StepDescriptor> descriptors() {
        return Stream.of(
                new SetupStep.DescriptorImpl(),
                new TrainStep.DescriptorImpl(),
                new EvaluateStep.DescriptorImpl(),
                new RegisterStep.DescriptorImpl(),
                new DeployStep.DescriptorImpl(),
                new TestStep.DescriptorImpl(),
                new PromoteStep.DescriptorImpl(),
                new RollbackStep.DescriptorImpl(),
                new ResumeStep.DescriptorImpl(),
                new CancelStep.DescriptorImpl());
    }

    Asked asked() {
        return asked;
    }

    /** What is due happens, and time passes until something else is. */
    void beat() {
        pump.run();
        azure.pass(pump.next());
        pump.run();
    }

    /** The build that a step stands in, as the plugin sees it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Run<?, ?> build(StepContext context) {
        latest.put(context.build().number(), context);
        return builds.computeIfAbsent(context.build().number(), this::build);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Run<?, ?> build(int number) {
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("models/diabetes");
        Run<?, ?> build = mock(Run.class);
        when(((Run) build).getParent()).thenReturn((Job) job);
        when(((Job) job).getBuildByNumber(number)).thenReturn(build);
        when(build.getNumber()).thenReturn(number);
        when(build.isBuilding()).thenReturn(true);
        when(build.getTimeInMillis()).thenReturn(1_700_000_000_000L);
        doAnswer(call -> {
                    latest.get(number).build().setResult(call.<Result>getArgument(0));
                    return null;
                })
                .when(build)
                .setResult(org.mockito.ArgumentMatchers.any());
        File folder = folder(number);
        when(build.getRootDir()).thenReturn(folder);
        doAnswer(call -> {
                    RunAction2 action = call.getArgument(0);
                    action.onAttached(build);
                    when(build.getAction((Class) action.getClass())).thenReturn(action);
                    return null;
                })
                .when(build)
                .addAction(org.mockito.ArgumentMatchers.any(Action.class));
        return build;
    }

    private File folder(int number) {
        try {
            return Files.createDirectories(home.resolve("plugin/" + number)).toFile();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}

package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A step of the plugin in the runner: its own classes do the work, and are saved with the program. */
final class PluginStep implements Step {
    private static final int MOST_BEATS = 20_000;

    private final StepDescriptor descriptor;
    private final PluginSteps home;

    PluginStep(StepDescriptor descriptor, PluginSteps home) {
        this.descriptor = descriptor;
        this.home = home;
    }

    PluginSteps home() {
        return home;
    }

    @Override
    public StepSignature signature() {
        Class<?> step = descriptor.getClass().getEnclosingClass();
        StepSignature signature = StepSignature.of(descriptor.getFunctionName(), step.getName());
        for (DescribableParameter parameter : DescribableModel.of(step).getParameters()) {
            signature = parameter.isRequired()
                    ? signature.constructor(parameter.getName(), Object.class)
                    : signature.optional(parameter.getName(), Object.class);
        }
        return signature;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) throws Exception {
        home.asked().step(descriptor.getFunctionName(), arguments.all());
        var inner = descriptor.newInstance(new LinkedHashMap<>(arguments.all())).start(new PluginContext(context));
        inner.start();
        Execution execution = new Execution(context, inner);
        execution.goOn();
        return execution;
    }

    /** Lets the controller's time pass as long as the step waits. */
    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final org.jenkinsci.plugins.workflow.steps.StepExecution inner;
        private transient int beats;

        Execution(StepContext context, org.jenkinsci.plugins.workflow.steps.StepExecution inner) {
            super(context);
            this.inner = inner;
        }

        @Override
        public void resume(boolean aloud) {
            PluginContext.home(context()).resumed(context().execution().group());
            inner.onResume();
            goOn();
        }

        void goOn() {
            context().after(Duration.ZERO, this::beat);
        }

        private void beat() {
            if (context().outcome() == null && ++beats > MOST_BEATS) {
                context().fail(new AssertionError("the step " + context().function() + " never ends"));
            } else if (context().outcome() == null) {
                PluginContext.home(context()).beat();
                goOn();
            }
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            inner.stop(cause);
        }
    }
}

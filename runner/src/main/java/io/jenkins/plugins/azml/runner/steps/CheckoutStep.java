package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.build.Scm;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.util.Map;

/** {@code checkout}: lays the sources of the Jenkinsfile's own repository into the folder, or clones a local one. */
final class CheckoutStep extends SuspendingStep {
    CheckoutStep() {
        super(StepSignature.of("checkout", "org.jenkinsci.plugins.workflow.steps.scm.GenericSCMStep")
                .constructor("scm", Object.class)
                .optional("changelog", Boolean.class)
                .optional("poll", Boolean.class)
                .needs(RequiredContext.WORKSPACE, RequiredContext.LAUNCHER));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws Exception {
        Sources sources = new Sources(context);
        if (arguments.get("scm") instanceof Scm) {
            return sources.checkoutOwn();
        }
        if (arguments.get("scm") instanceof Described described) {
            return sources.checkout(described);
        }
        if (arguments.get("scm") instanceof Map<?, ?> map) {
            return sources.checkout(map);
        }
        throw new IllegalArgumentException("checkout takes scm or a git repository, not " + arguments.get("scm"));
    }
}

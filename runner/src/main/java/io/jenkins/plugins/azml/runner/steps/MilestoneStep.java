package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import org.jspecify.annotations.Nullable;

/** {@code milestone}: passed where its number grows, since no other build is there to overtake this one. */
final class MilestoneStep extends SynchronousStep {
    MilestoneStep() {
        super(StepSignature.of("milestone", "org.jenkinsci.plugins.pipeline.milestone.MilestoneStep")
                .constructor("ordinal", Integer.class)
                .optional("label", String.class)
                .optional("unsafe", Boolean.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws AbortException {
        if (context.execution().group().heads() > 1 && !arguments.flag("unsafe", false)) {
            throw new AbortException("Using a milestone step inside parallel is not allowed");
        }
        Build build = context.build();
        Integer before = build.milestone();
        long next = arguments.number("ordinal", before == null ? 0 : before + 1L);
        if (before != null && before >= next) {
            throw new AbortException("Invalid ordinal " + next + ", as the previous one was " + before);
        }
        build.passMilestone((int) next);
        context.console().println("Trying to pass milestone " + next);
        return null;
    }
}

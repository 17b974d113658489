package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Descriptor;
import java.util.Map;
import java.util.Set;

public abstract class StepDescriptor extends Descriptor<Step> {
    public StepDescriptor() {}

    public abstract Set<? extends Class<?>> getRequiredContext();

    public abstract String getFunctionName();

    public String argumentsToString(Map<String, Object> namedArguments) {
        throw new UnsupportedOperationException("signature");
    }

    /** Deprecated for those who call it; a Pipeline does where it is overridden. */
    public Step newInstance(Map<String, Object> arguments) throws Exception {
        throw new UnsupportedOperationException("signature");
    }
}

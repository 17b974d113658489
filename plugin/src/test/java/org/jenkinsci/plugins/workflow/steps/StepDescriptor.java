package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Descriptor;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** As Jenkins' own. */
public abstract class StepDescriptor extends Descriptor<Step> {
    protected StepDescriptor() {}

    public abstract Set<? extends Class<?>> getRequiredContext();

    public abstract String getFunctionName();

    public String argumentsToString(Map<String, Object> namedArguments) {
        return null;
    }

    public Step newInstance(Map<String, Object> arguments) throws Exception {
        return DescribableModel.of(getClass().getEnclosingClass().asSubclass(Step.class))
                .instantiate(arguments);
    }
}

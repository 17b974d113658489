package io.jenkins.plugins.azml.plugin.step;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.azml.engine.logs.HarmlessText;
import io.jenkins.plugins.azml.engine.spec.schema.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;

/** What the descriptors of all steps have in common. */
abstract class StageStepDescriptor extends StepDescriptor {
    private final String name;

    /** @param name as Pipelines call the step */
    StageStepDescriptor(String name) {
        this.name = name;
    }

    @Override
    public String getFunctionName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return Messages.of(name);
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }

    /** The step that arguments mean. Jenkins itself would only warn of one that is misspelt, and go on without it. */
    @Override
    @SuppressWarnings("deprecation") // The only place where a step hears of arguments that it does not have.
    public Step newInstance(Map<String, Object> arguments) throws Exception {
        List<String> known = DescribableModel.of(step()).getParameters().stream()
                .map(DescribableParameter::getName)
                .toList();
        for (String argument : arguments.keySet()) {
            if (!known.contains(argument)) {
                throw refused("there is no argument '" + argument + "'"
                        + Nearest.of(argument, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("; there are " + String.join(", ", known)));
            }
        }
        try {
            return super.newInstance(arguments);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw refused("an argument is of another type: " + e.getMessage());
        }
    }

    /** The step that a form means. A form has no maps: what is one has a line for each entry there. */
    @Override
    public Step newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
        Map<String, Object> set = FormLines.tree(form.optString("set"));
        Map<String, String> arguments = FormLines.read(form.optString("arguments"));
        form.remove("set");
        form.remove("arguments");
        Step step = super.newInstance(request, form);
        if (step instanceof TrainStep train && !set.isEmpty()) {
            train.setSet(set);
        } else if (step instanceof DeliveryStep delivery && !set.isEmpty()) {
            delivery.setSet(set);
        } else if (step instanceof HandleStep handle && !arguments.isEmpty()) {
            handle.setArguments(arguments);
        }
        return step;
    }

    @SuppressWarnings("unchecked")
    private Class<? extends Step> step() {
        return (Class<? extends Step>) getClass().getEnclosingClass();
    }

    private AbortException refused(String why) {
        return new AbortException(HarmlessText.of(name + ": " + why));
    }
}

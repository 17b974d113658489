package io.jenkins.plugins.azml.runner.steps;

import groovy.lang.Script;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.io.IOException;
import java.nio.file.Files;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.jenkinsci.plugins.workflow.cps.CpsCompilationErrorsException;
import org.jenkinsci.plugins.workflow.cps.CpsScript;

/** {@code load}: runs a Groovy file of the workspace, over the variables of the Jenkinsfile. */
final class LoadStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "load", "org.jenkinsci.plugins.workflow.cps.steps.LoadStep")
            .constructor("path", String.class)
            .needs(RequiredContext.WORKSPACE);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean isAlwaysBlock() {
        return true;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) throws IOException {
        String path = arguments.text("path", "");
        String text = Files.readString(context.directory().resolve(path));
        context.newBody(parse(context.execution(), text)).labelled(path).start(BodyCallback.forward());
        return new BodyExecution(context);
    }

    private static Script parse(PipelineExecution execution, String text) {
        try {
            CpsScript script =
                    execution.compiler().parse(text, execution.build().nextScriptName());
            execution.scope().share(script);
            return script;
        } catch (MultipleCompilationErrorsException errors) {
            throw new CpsCompilationErrorsException(errors);
        }
    }
}

package io.jenkins.plugins.azml.runner.cps;

import groovy.lang.Binding;
import java.util.Optional;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.cps.ScriptHost;
import org.jspecify.annotations.Nullable;

/** What the scripts of a build see by name: global variables, steps, the environment, and each other's variables. */
public final class ScriptScope implements ScriptHost {
    private final PipelineExecution execution;

    ScriptScope(PipelineExecution execution) {
        this.execution = execution;
    }

    /** Lets a script run in this build over variables of its own, as a library's variable does. */
    public void attach(CpsScript script, Binding binding) {
        script.attach(this, binding);
        execution.group().register(script, false);
    }

    /** Lets a script run in this build over the variables of the Jenkinsfile. */
    public void share(CpsScript script) {
        script.attach(this, execution.group().variables());
        execution.group().register(script, true);
    }

    /** Joins restored scripts to this build again. */
    void reattach(CpsThreadGroup restored) {
        restored.sharing().forEach(script -> script.attach(this, restored.variables()));
        restored.others().forEach(script -> script.attach(this, script.getBinding()));
    }

    @Override
    public Optional<Object> globalVariable(String name, CpsScript script) {
        if (name.equals("pipeline")) {
            return Optional.of(interpreter(script));
        }
        Optional<Object> own = execution.build().globalVariable(name);
        return own.isPresent() ? own : execution.services().libraries().variable(name, script, execution);
    }

    private Object interpreter(CpsScript script) {
        return InvokerHelper.invokeConstructorOf(
                execution.compiler().interpreter(), new Object[] {script, execution.declarativeHost()});
    }

    @Override
    public @Nullable Object callStep(String name, @Nullable Object arguments) {
        return execution.caller().call(name, arguments);
    }

    @Override
    public @Nullable String environmentVariable(String name) {
        String computing = execution.preview(name);
        return computing != null
                ? computing
                : execution.block().environment(execution.build().environment()).get(name);
    }

    @Override
    public @Nullable Object evaluate(String text) {
        CpsScript script = execution.compiler().parse(text, execution.build().nextScriptName());
        share(script);
        return script.run();
    }
}

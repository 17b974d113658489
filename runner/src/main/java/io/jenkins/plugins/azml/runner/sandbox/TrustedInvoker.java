package io.jenkins.plugins.azml.runner.sandbox;

import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import io.jenkins.plugins.azml.runner.script.Spread;
import org.jenkinsci.plugins.workflow.cps.SandboxedMethodClosure;
import org.jspecify.annotations.Nullable;

/** Calls what a script calls, with spread arguments taken apart. */
public final class TrustedInvoker extends DefaultInvoker {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object methodCall(Object receiver, String method, @Nullable Object[] arguments) throws Throwable {
        return super.methodCall(receiver, method, Spread.flatten(arguments));
    }

    @Override
    public @Nullable Object constructorCall(@SuppressWarnings("rawtypes") Class type, @Nullable Object[] arguments)
            throws Throwable {
        return super.constructorCall(type, type == Spread.class ? arguments : Spread.flatten(arguments));
    }

    @Override
    public Object methodPointer(Object receiver, String name) {
        return new SandboxedMethodClosure(receiver, name);
    }
}

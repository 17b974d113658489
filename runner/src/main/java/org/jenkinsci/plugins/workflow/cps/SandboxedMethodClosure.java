package org.jenkinsci.plugins.workflow.cps;

import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;

/** A method pointer such as {@code this.&build}. Unlike Groovy's own it can be saved and restored. */
public final class SandboxedMethodClosure extends MethodClosure {
    private static final long serialVersionUID = 1L;

    public SandboxedMethodClosure(Object owner, String method) {
        super(owner, method);
    }

    @Override
    protected @Nullable Object doCall(@Nullable Object arguments) {
        return InvokerHelper.invokeMethod(getOwner(), getMethod(), arguments);
    }

    private Object writeReplace() {
        return new Saved(getOwner(), getMethod());
    }

    /** Stands in the saved program for a method pointer, which Groovy forbids to restore. */
    private record Saved(Object owner, String method) implements java.io.Serializable {
        private Object readResolve() {
            return new SandboxedMethodClosure(owner, method);
        }
    }
}

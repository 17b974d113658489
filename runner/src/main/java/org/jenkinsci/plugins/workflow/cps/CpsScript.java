package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.Binding;
import groovy.lang.MetaClass;
import groovy.lang.MissingPropertyException;
import java.util.Optional;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jspecify.annotations.Nullable;

/** The base of every Pipeline script: what is no method of its own is a variable, a global variable or a step. */
public abstract class CpsScript extends SerializableScript {
    private static final String STEPS = "steps";
    private static final long serialVersionUID = 1L;

    private transient @Nullable ScriptHost host;

    /** Lets the script run over the given variables. Called again after a restore. */
    public final void attach(ScriptHost newHost, Binding binding) {
        host = newHost;
        setBinding(binding);
        binding.setVariable(STEPS, new DSL(newHost));
    }

    private ScriptHost host() {
        if (host == null) {
            throw new IllegalStateException("the script " + getClass().getName() + " runs outside of a build");
        }
        return host;
    }

    @Override
    public final @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        if (getBinding().hasVariable(name)) {
            Object variable = getBinding().getVariable(name);
            MetaClass type = InvokerHelper.getMetaClass(variable);
            if (!type.respondsTo(variable, "call", arguments(arguments)).isEmpty()) {
                return call(variable, arguments);
            }
        }
        Optional<Object> global = host().globalVariable(name, this);
        if (global.isPresent()) {
            return call(global.get(), arguments);
        }
        return host().callStep(name, arguments);
    }

    private static @Nullable Object[] arguments(@Nullable Object arguments) {
        return arguments instanceof Object[] many ? many : new @Nullable Object[] {arguments};
    }

    private static @Nullable Object call(Object callable, @Nullable Object arguments) {
        try {
            return InvokerHelper.getMetaClass(callable).invokeMethod(callable, "call", arguments);
        } catch (Exception failure) {
            throw new InvokerInvocationException(failure);
        }
    }

    @Override
    public @Nullable Object getProperty(String property) {
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException missing) {
            Optional<Object> global = host().globalVariable(property, this);
            if (global.isPresent()) {
                return global.get();
            }
            String value = host().environmentVariable(property);
            if (value != null) {
                return value;
            }
            throw missing;
        }
    }

    /** Tells whether a bare name is a global variable or set in the environment. */
    public boolean knows(String property) {
        return host().globalVariable(property, this).isPresent() || host().environmentVariable(property) != null;
    }

    @Override
    public @Nullable Object evaluate(String text) {
        return host().evaluate(text);
    }

    @Override
    public void println() {
        invokeMethod("echo", "");
    }

    @Override
    public void print(@Nullable Object value) {
        println(value);
    }

    @Override
    public void println(@Nullable Object value) {
        invokeMethod("echo", String.valueOf(value));
    }

    @Override
    public void printf(String format, @Nullable Object value) {
        print(DefaultGroovyMethods.sprintf(this, format, value));
    }

    @Override
    public void printf(String format, @Nullable Object[] values) {
        print(DefaultGroovyMethods.sprintf(this, format, values));
    }

    /** Takes the place of Groovy's own {@code sleep(long)}, which would block the whole program. */
    public @Nullable Object sleep(long time) {
        return invokeMethod("sleep", time);
    }
}

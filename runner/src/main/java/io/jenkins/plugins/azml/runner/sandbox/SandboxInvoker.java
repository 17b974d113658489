package io.jenkins.plugins.azml.runner.sandbox;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import com.cloudbees.groovy.cps.sandbox.Trusted;
import java.util.Map;
import java.util.function.Consumer;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;

/** Calls what a script calls, after the sandbox has looked at it. What a library calls is not looked at. */
public final class SandboxInvoker implements Invoker {
    private static final long serialVersionUID = 1L;

    private final transient Sandbox sandbox;
    private final transient Invoker trusted;
    private final transient Consumer<RejectedAccessException> onRejection;

    public SandboxInvoker(Invoker trusted, Consumer<RejectedAccessException> onRejection) {
        this.sandbox = new Sandbox();
        this.trusted = trusted;
        this.onRejection = onRejection;
    }

    private void check(Runnable check) {
        try {
            check.run();
        } catch (RejectedAccessException rejection) {
            onRejection.accept(rejection);
            throw rejection;
        }
    }

    @Override
    public @Nullable Object methodCall(Object receiver, String method, @Nullable Object[] arguments) throws Throwable {
        @Nullable Object[] flat = io.jenkins.plugins.azml.runner.script.Spread.flatten(arguments);
        check(() -> sandbox.checkCall(receiver, method, flat));
        try {
            return trusted.methodCall(receiver, method, flat);
        } catch (ExceptionInInitializerError failure) {
            throw reported(failure);
        }
    }

    @Override
    public @Nullable Object constructorCall(@SuppressWarnings("rawtypes") Class type, @Nullable Object[] arguments)
            throws Throwable {
        check(() -> sandbox.checkNew(type, arguments));
        return trusted.constructorCall(type, arguments);
    }

    @Override
    public @Nullable Object superCall(
            @SuppressWarnings("rawtypes") Class sender, Object receiver, String method, @Nullable Object[] arguments)
            throws Throwable {
        check(() -> sandbox.checkCall(receiver, method, arguments));
        return trusted.superCall(sender, receiver, method, arguments);
    }

    @Override
    public @Nullable Object getProperty(Object receiver, String name) throws Throwable {
        if (receiver != null && !isRead(receiver)) {
            check(() -> sandbox.checkGet(receiver, name));
        }
        try {
            return trusted.getProperty(receiver, name);
        } catch (ExceptionInInitializerError failure) {
            throw reported(failure);
        }
    }

    /** A class of the script that could not be made because of a refusal: the refusal is reported here. */
    private ExceptionInInitializerError reported(ExceptionInInitializerError failure) {
        if (failure.getCause() instanceof RejectedAccessException rejection) {
            onRejection.accept(rejection);
        }
        return failure;
    }

    private static boolean isRead(Object receiver) {
        return receiver instanceof Map;
    }

    @Override
    public void setProperty(Object receiver, String name, @Nullable Object value) throws Throwable {
        if (receiver != null && !isRead(receiver)) {
            check(() -> sandbox.checkSet(receiver, name, value));
        }
        trusted.setProperty(receiver, name, value);
    }

    @Override
    public @Nullable Object getAttribute(Object receiver, String name) throws Throwable {
        check(() -> sandbox.checkField(receiver, name));
        return trusted.getAttribute(receiver, name);
    }

    @Override
    public void setAttribute(Object receiver, String name, @Nullable Object value) throws Throwable {
        check(() -> sandbox.checkField(receiver, name));
        trusted.setAttribute(receiver, name, value);
    }

    @Override
    public @Nullable Object getArray(Object receiver, Object index) throws Throwable {
        if (receiver != null) {
            check(() -> sandbox.checkIndex(receiver, "getAt", index));
        }
        return trusted.getArray(receiver, index);
    }

    @Override
    public void setArray(Object receiver, Object index, @Nullable Object value) throws Throwable {
        if (receiver != null) {
            check(() -> sandbox.checkIndex(receiver, "putAt", index, value));
        }
        trusted.setArray(receiver, index, value);
    }

    @Override
    public Object methodPointer(Object receiver, String name) {
        return trusted.methodPointer(receiver, name);
    }

    @Override
    public Invoker contextualize(CallSiteBlock site) {
        return site.getTags().contains(Trusted.INSTANCE) ? trusted : this;
    }
}

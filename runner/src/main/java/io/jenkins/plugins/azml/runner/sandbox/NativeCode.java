package io.jenkins.plugins.azml.runner.sandbox;

import java.util.function.Consumer;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.groovy.sandbox.GroovyInterceptor;

/** Lets the sandbox look at what {@code @NonCPS} methods and constructors call: their code is compiled to ask here. */
public final class NativeCode extends GroovyInterceptor {
    private final Sandbox sandbox = new Sandbox();
    private final Consumer<RejectedAccessException> onRejection;

    public NativeCode(Consumer<RejectedAccessException> onRejection) {
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
    public @Nullable Object onMethodCall(Invoker invoker, Object receiver, String method, @Nullable Object... arguments)
            throws Throwable {
        check(() -> sandbox.checkCall(receiver, method, arguments));
        return super.onMethodCall(invoker, receiver, method, arguments);
    }

    @Override
    public @Nullable Object onStaticCall(
            Invoker invoker, @SuppressWarnings("rawtypes") Class type, String method, @Nullable Object... arguments)
            throws Throwable {
        check(() -> sandbox.checkStaticCall(type, method, arguments));
        return super.onStaticCall(invoker, type, method, arguments);
    }

    @Override
    public @Nullable Object onNewInstance(
            Invoker invoker, @SuppressWarnings("rawtypes") Class type, @Nullable Object... arguments) throws Throwable {
        check(() -> sandbox.checkNew(type, arguments));
        return super.onNewInstance(invoker, type, arguments);
    }

    @Override
    public void onSuperConstructor(
            Invoker invoker, @SuppressWarnings("rawtypes") Class type, @Nullable Object... arguments) throws Throwable {
        check(() -> sandbox.checkNew(type, arguments));
        super.onSuperConstructor(invoker, type, arguments);
    }

    @Override
    public @Nullable Object onSuperCall(
            Invoker invoker,
            @SuppressWarnings("rawtypes") Class sender,
            Object receiver,
            String method,
            @Nullable Object... arguments)
            throws Throwable {
        check(() -> sandbox.checkSuper(receiver, method, arguments));
        return super.onSuperCall(invoker, sender, receiver, method, arguments);
    }

    @Override
    public @Nullable Object onGetProperty(Invoker invoker, Object receiver, String property) throws Throwable {
        check(() -> sandbox.checkGet(receiver, property));
        return super.onGetProperty(invoker, receiver, property);
    }

    @Override
    public @Nullable Object onSetProperty(Invoker invoker, Object receiver, String property, @Nullable Object value)
            throws Throwable {
        check(() -> sandbox.checkSet(receiver, property, value));
        return super.onSetProperty(invoker, receiver, property, value);
    }

    @Override
    public @Nullable Object onGetAttribute(Invoker invoker, Object receiver, String attribute) throws Throwable {
        check(() -> sandbox.checkField(receiver, attribute));
        return super.onGetAttribute(invoker, receiver, attribute);
    }

    @Override
    public @Nullable Object onSetAttribute(Invoker invoker, Object receiver, String attribute, @Nullable Object value)
            throws Throwable {
        check(() -> sandbox.checkField(receiver, attribute));
        return super.onSetAttribute(invoker, receiver, attribute, value);
    }

    @Override
    public @Nullable Object onGetArray(Invoker invoker, Object receiver, Object index) throws Throwable {
        check(() -> sandbox.checkIndex(receiver, "getAt", index));
        return super.onGetArray(invoker, receiver, index);
    }

    @Override
    public @Nullable Object onSetArray(Invoker invoker, Object receiver, Object index, @Nullable Object value)
            throws Throwable {
        check(() -> sandbox.checkIndex(receiver, "putAt", index, value));
        return super.onSetArray(invoker, receiver, index, value);
    }
}

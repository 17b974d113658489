package io.jenkins.plugins.azml.runner.sandbox;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import com.cloudbees.groovy.cps.sandbox.Trusted;
import groovy.lang.Closure;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.jenkins.plugins.azml.runner.script.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;

/** Calls what a script calls, after the sandbox has looked at it. What a library calls is not looked at. */
public final class SandboxInvoker implements Invoker {
    private static final long serialVersionUID = 1L;

    private final transient Sandbox sandbox;
    private final transient Invoker trusted;
    private final transient BiConsumer<RejectedAccessException, @Nullable CallSiteBlock> onRejection;
    private transient @Nullable CallSiteBlock site;

    /** @param onRejection is told what was refused, and at which call */
    public SandboxInvoker(Invoker trusted, BiConsumer<RejectedAccessException, @Nullable CallSiteBlock> onRejection) {
        this.sandbox = new Sandbox();
        this.trusted = trusted;
        this.onRejection = onRejection;
    }

    /** The call that was made last. */
    public @Nullable CallSiteBlock site() {
        return site;
    }

    private void check(Runnable check) {
        try {
            check.run();
        } catch (RejectedAccessException rejection) {
            onRejection.accept(rejection, site);
            throw rejection;
        }
    }

    @Override
    public @Nullable Object methodCall(Object receiver, String method, @Nullable Object[] arguments) throws Throwable {
        @Nullable Object[] flat = Spread.flatten(arguments);
        if (receiver instanceof Closure<?> closure) {
            return closureCall(closure, method, flat);
        }
        return checkedCall(receiver, method, flat);
    }

    private @Nullable Object closureCall(Closure<?> closure, String method, @Nullable Object[] arguments)
            throws Throwable {
        if (method.equals("invokeMethod")
                && arguments.length == 2
                && arguments[0] instanceof String name
                && arguments[1] instanceof Object[] inner) {
            return closureCall(closure, name, inner);
        }
        if (ClosureTargets.answers(closure, method, arguments)) {
            return checkedCall(closure, method, arguments);
        }
        List<Object> targets = ClosureTargets.of(closure);
        for (Object target : targets) {
            if (ClosureTargets.answers(target, method, arguments)) {
                return methodCall(target, method, arguments);
            }
        }
        for (Object target : targets) {
            try {
                return methodCall(target, "invokeMethod", new Object[] {method, arguments});
            } catch (MissingMethodException notHere) {
                // the next one is asked
            }
        }
        return checkedCall(closure, method, arguments);
    }

    private @Nullable Object checkedCall(Object receiver, String method, @Nullable Object[] arguments)
            throws Throwable {
        check(() -> sandbox.checkCall(receiver, method, arguments));
        return trusted.methodCall(receiver, method, arguments);
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
        check(() -> sandbox.checkSuper(receiver, method, arguments));
        return trusted.superCall(sender, receiver, method, arguments);
    }

    @Override
    public @Nullable Object getProperty(Object receiver, String name) throws Throwable {
        if (receiver instanceof Collection<?> elements && !ClosureTargets.isOwnProperty(name)) {
            return ofEach(elements, name);
        }
        if (receiver instanceof Closure<?> closure && !ClosureTargets.isOwnProperty(name)) {
            return closureProperty(closure, name);
        }
        if (receiver != null && !(receiver instanceof Map)) {
            check(() -> sandbox.checkGet(receiver, name));
        }
        return trusted.getProperty(receiver, name);
    }

    private List<@Nullable Object> ofEach(Collection<?> elements, String name) throws Throwable {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object element : elements) {
            if (element != null) {
                values.add(getProperty(element, name));
            }
        }
        return values;
    }

    private @Nullable Object closureProperty(Closure<?> closure, String name) throws Throwable {
        MissingPropertyException missing = new MissingPropertyException(name, closure.getClass());
        for (Object target : ClosureTargets.of(closure)) {
            try {
                return getProperty(target, name);
            } catch (MissingPropertyException askTheNext) {
                missing = askTheNext;
            }
        }
        throw missing;
    }

    @Override
    public void setProperty(Object receiver, String name, @Nullable Object value) throws Throwable {
        if (receiver instanceof Closure<?> closure && !ClosureTargets.isOwnProperty(name)) {
            setClosureProperty(closure, name, value);
            return;
        }
        if (receiver != null && !(receiver instanceof Map)) {
            check(() -> sandbox.checkSet(receiver, name, value));
        }
        trusted.setProperty(receiver, name, value);
    }

    private void setClosureProperty(Closure<?> closure, String name, @Nullable Object value) throws Throwable {
        GroovyRuntimeException refused = new MissingPropertyException(name, closure.getClass());
        for (Object target : ClosureTargets.of(closure)) {
            try {
                setProperty(target, name, value);
                return;
            } catch (GroovyRuntimeException askTheNext) {
                refused = askTheNext;
            }
        }
        throw refused;
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
    public Invoker contextualize(CallSiteBlock next) {
        site = next;
        return next.getTags().contains(Trusted.INSTANCE) ? trusted : this;
    }
}

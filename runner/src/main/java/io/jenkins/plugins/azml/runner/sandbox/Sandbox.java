package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;

/** Decides on each call of a sandboxed script, in the order in which Jenkins' script security looks at it. */
public final class Sandbox {
    private static final Set<String> ARITHMETIC = Set.of(
            "plus",
            "minus",
            "multiply",
            "div",
            "compareTo",
            "or",
            "and",
            "xor",
            "intdiv",
            "mod",
            "leftShift",
            "rightShift",
            "rightShiftUnsigned");

    private static final Set<String> CASTS = Set.of("asType", "castToType");
    private final Permissions permissions = new Permissions();
    private final PropertySandbox properties = new PropertySandbox(permissions);
    private final CastSandbox casts = new CastSandbox(this);

    /** Checks a call of a method, or of a static method where the receiver is a class. */
    public void checkCall(@Nullable Object receiver, String name, @Nullable Object[] arguments) {
        if (receiver == null) {
            return;
        }
        if (receiver instanceof Class<?> type && isStaticCall(type, name, arguments)) {
            checkStaticCall(type, name, arguments);
        } else {
            checkInstanceCall(receiver, name, arguments);
        }
    }

    private static boolean isStaticCall(Class<?> type, String name, @Nullable Object[] arguments) {
        return CallSites.staticMethod(type, name, arguments)
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .isPresent()
                || CallSites.method(type, name, arguments).isEmpty();
    }

    /** Checks a call of a static method of a class. */
    public void checkStaticCall(Class<?> type, String name, @Nullable Object[] arguments) {
        if (type == ScriptBytecodeAdapter.class && CASTS.contains(name) && arguments[1] instanceof Class<?> target) {
            casts.check(arguments[0], target);
        }
        Optional<Method> method = inheritedStatic(type, name, arguments);
        if (method.isEmpty()) {
            throw new RejectedAccessException("No such static method found: staticMethod " + SignatureText.name(type)
                    + " " + name + SignatureText.names(arguments));
        }
        permissions.require(method.get());
    }

    private static Optional<Method> inheritedStatic(Class<?> type, String name, @Nullable Object[] arguments) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Optional<Method> found = CallSites.staticMethod(at, name, arguments);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void checkInstanceCall(Object receiver, String name, @Nullable Object[] arguments) {
        Optional<Method> found = CallSites.method(receiver, name, arguments);
        if (found.isPresent()) {
            checkFound(found.get(), receiver, name, arguments);
            return;
        }
        if (receiver instanceof Number && ARITHMETIC.contains(name)) {
            return;
        }
        if (checkGroovyMethod(receiver, name, arguments)) {
            return;
        }
        checkUnknown(receiver, name, arguments);
    }

    private void checkFound(Method method, Object receiver, String name, @Nullable Object[] arguments) {
        if (permissions.permits(method) || Grants.isGranted(receiver, name)) {
            return;
        }
        if (name.equals("invokeMethod") && arguments.length == 2 && arguments[1] instanceof Object[] called) {
            throw RejectedAccessException.ofSignature(SignatureText.signature(method) + " ("
                    + SignatureText.name(receiver.getClass()) + " " + arguments[0] + SignatureText.names(called) + ")");
        }
        throw RejectedAccessException.ofSignature(SignatureText.signature(method));
    }

    private boolean checkGroovyMethod(Object receiver, String name, @Nullable Object[] arguments) {
        @Nullable Object[] withSelf = new @Nullable Object[arguments.length + 1];
        withSelf[0] = receiver;
        System.arraycopy(arguments, 0, withSelf, 1, arguments.length);
        Method refused = null;
        for (Class<?> type : Permissions.GROOVY_METHODS) {
            Optional<Method> found = CallSites.staticMethod(type, name, withSelf);
            if (found.isPresent() && permissions.permits(found.get())) {
                return true;
            }
            refused = refused == null ? found.orElse(null) : refused;
        }
        if (refused != null) {
            throw RejectedAccessException.ofSignature(SignatureText.signature(refused));
        }
        return false;
    }

    private void checkUnknown(Object receiver, String name, @Nullable Object[] arguments) {
        if (receiver instanceof Map<?, ?> map && map.get(name) instanceof Closure) {
            return;
        }
        if (receiver instanceof Script script && isCallable(script, name, arguments)) {
            return;
        }
        Optional<Method> invokeMethod = CallSites.method(receiver, "invokeMethod", new Object[] {name, arguments});
        if (invokeMethod.isPresent()) {
            checkFound(invokeMethod.get(), receiver, "invokeMethod", new Object[] {name, arguments});
            return;
        }
        throw new MissingMethodException(name, receiver.getClass(), arguments);
    }

    private static boolean isCallable(Script script, String name, @Nullable Object[] arguments) {
        return script.getBinding().hasVariable(name)
                && !InvokerHelper.getMetaClass(script.getBinding().getVariable(name))
                        .respondsTo(script.getBinding().getVariable(name), "call", arguments)
                        .isEmpty();
    }

    /** Checks {@code new Type(...)}. */
    public void checkNew(Class<?> type, @Nullable Object[] arguments) {
        Constructor<?> constructor = CallSites.constructor(type, arguments)
                .orElseThrow(() -> new RejectedAccessException(
                        "No such constructor found: new " + SignatureText.name(type) + SignatureText.names(arguments)));
        if (!permissions.permits(constructor)) {
            throw RejectedAccessException.ofSignature(
                    "new " + SignatureText.name(type) + SignatureText.types(constructor.getParameterTypes()));
        }
    }

    /** Checks the reading of a property. */
    public void checkGet(Object receiver, String property) {
        properties.checkGet(receiver, property);
    }

    /** Checks the setting of a property. */
    public void checkSet(Object receiver, String property, @Nullable Object value) {
        properties.checkSet(receiver, property, value);
    }

    /** Checks direct access to a field: {@code object.@name}. */
    public void checkField(Object receiver, String name) {
        properties.checkField(receiver, name);
    }

    /** Checks {@code receiver[index]}, or its assignment where the arguments hold a value too. */
    public void checkIndex(Object receiver, String method, @Nullable Object... arguments) {
        if (receiver.getClass().isArray() && arguments[0] instanceof Integer) {
            return;
        }
        Optional<Method> own = CallSites.method(receiver, method, arguments);
        if (own.isPresent()) {
            permissions.require(own.get());
        } else if (!checkGroovyMethod(receiver, method, arguments)) {
            throw new RejectedAccessException("No such " + method + " method found: " + indexed(receiver, arguments));
        }
    }

    private static String indexed(Object receiver, @Nullable Object[] arguments) {
        String type = SignatureText.name(receiver.getClass()) + "[" + SignatureText.name(arguments[0]) + "]";
        return arguments.length == 1
                ? "method " + type
                : "putAt method " + type + "=" + SignatureText.name(arguments[1]);
    }

    /** Checks {@code super.method(...)}. */
    public void checkSuper(Object receiver, String name, @Nullable Object[] arguments) {
        permissions.require(CallSites.method(receiver, name, arguments)
                .orElseThrow(() -> new RejectedAccessException("No such method found: super.method "
                        + SignatureText.name(receiver.getClass()) + " " + name + SignatureText.names(arguments))));
    }
}

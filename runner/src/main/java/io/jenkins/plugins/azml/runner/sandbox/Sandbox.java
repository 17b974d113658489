package io.jenkins.plugins.azml.runner.sandbox;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.DateGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.EncodingGroovyMethods;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.SqlGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.runtime.XmlGroovyMethods;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jspecify.annotations.Nullable;

/** Decides on each call of a sandboxed script, in the order in which Jenkins' script security looks at it. */
public final class Sandbox {
    private static final List<Class<?>> GROOVY_METHODS = List.of(
            DefaultGroovyMethods.class,
            StringGroovyMethods.class,
            SqlGroovyMethods.class,
            XmlGroovyMethods.class,
            EncodingGroovyMethods.class,
            DateGroovyMethods.class,
            ProcessGroovyMethods.class);
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
    private final Signatures signatures = Signatures.load();

    /** Checks a call of a method, or of a static method where the receiver is a class. */
    public void checkCall(@Nullable Object receiver, String name, @Nullable Object[] arguments) {
        if (receiver == null) {
            return;
        }
        if (receiver instanceof Class<?> type && isStaticCall(type, name, arguments)) {
            checkStaticCall(type, name, arguments);
        } else if (receiver instanceof Closure<?> closure) {
            checkClosureCall(closure, name, arguments);
        } else {
            checkInstanceCall(receiver, name, arguments);
        }
    }

    private void checkClosureCall(Closure<?> closure, String name, @Nullable Object[] arguments) {
        if (callsItself(name)) {
            return;
        }
        if (CallSites.method(closure, name, arguments).isPresent()) {
            checkInstanceCall(closure, name, arguments);
        } else {
            checkCall(ClosureTargets.ofCall(closure, name, arguments), name, arguments);
        }
    }

    private static boolean callsItself(String name) {
        return name.equals("call") || name.equals("doCall");
    }

    private static boolean isStaticCall(Class<?> type, String name, @Nullable Object[] arguments) {
        return CallSites.staticMethod(type, name, arguments)
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .isPresent()
                || CallSites.method(type, name, arguments).isEmpty();
    }

    private void checkStaticCall(Class<?> type, String name, @Nullable Object[] arguments) {
        if (type == ScriptBytecodeAdapter.class && arguments.length == 2 && CASTS.contains(name)) {
            checkCast(arguments[0], arguments[1]);
        }
        Optional<Method> method = inheritedStatic(type, name, arguments);
        if (method.isEmpty()) {
            throw new RejectedAccessException("No such static method found: staticMethod " + SignatureText.name(type)
                    + " " + name + SignatureText.names(arguments));
        }
        require(method.get());
    }

    /** A closure that becomes an interface could be called by each of its methods, so each is checked. */
    private void checkCast(@Nullable Object value, @Nullable Object type) {
        if (value instanceof Closure<?> closure
                && type instanceof Class<?> target
                && target.isInterface()
                && !target.isInstance(closure)) {
            for (Method method : target.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                    checkInstanceCall(closure, method.getName(), new @Nullable Object[method.getParameterCount()]);
                }
            }
        }
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
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
        if (permits(method) || Grants.isGranted(receiver, name)) {
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
        for (Class<?> type : GROOVY_METHODS) {
            Optional<Method> found = CallSites.staticMethod(type, name, withSelf);
            if (found.isPresent() && permits(found.get())) {
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
        if (!isOfScript(constructor.getDeclaringClass()) && !signatures.permits(constructor)) {
            throw RejectedAccessException.ofSignature(
                    "new " + SignatureText.name(type) + SignatureText.types(constructor.getParameterTypes()));
        }
    }

    /** Checks the reading of a property. */
    public void checkGet(Object receiver, String property) {
        if (receiver instanceof Closure<?> closure && !ClosureTargets.isOwnProperty(property)) {
            Object target = ClosureTargets.ofProperty(closure, property);
            if (!(target instanceof Map)) {
                checkGet(target, property);
            }
            return;
        }
        MissingPropertyException missing = null;
        if (receiver instanceof Script script) {
            if (script.getBinding().hasVariable(property)) {
                return;
            }
            missing = new MissingPropertyException(property, groovy.lang.Binding.class);
        }
        if (property.equals("length") && receiver.getClass().isArray()) {
            return;
        }
        Rejection rejection = new Rejection();
        if (getterPermitted(receiver, property, rejection)
                || groovyGetterPermitted(receiver, property, rejection)
                || fieldPermitted(receiver, property, rejection)
                || generalGetterPermitted(receiver, property, rejection)
                || staticGetPermitted(receiver, property, rejection)) {
            return;
        }
        if (missing != null) {
            throw missing;
        }
        throw rejection.orElse(() -> noSuchField(receiver, property));
    }

    private boolean getterPermitted(Object receiver, String property, Rejection rejection) {
        Object[] none = {};
        return permitted(CallSites.method(receiver, CallSites.getter(property), none), rejection)
                || permitted(
                        CallSites.method(receiver, CallSites.booleanGetter(property), none)
                                .filter(Sandbox::isBoolean),
                        rejection);
    }

    private boolean groovyGetterPermitted(Object receiver, String property, Rejection rejection) {
        Object[] self = {receiver};
        for (Class<?> type : GROOVY_METHODS) {
            if (permitted(CallSites.staticMethod(type, CallSites.getter(property), self), rejection)
                    || permitted(
                            CallSites.staticMethod(type, CallSites.booleanGetter(property), self)
                                    .filter(Sandbox::isBoolean),
                            rejection)) {
                return true;
            }
        }
        return false;
    }

    private boolean fieldPermitted(Object receiver, String property, Rejection rejection) {
        Optional<Field> field = CallSites.field(receiver, property);
        if (field.isEmpty()) {
            return false;
        }
        if (isOfScript(field.get().getDeclaringClass()) || signatures.permits(field.get())) {
            return true;
        }
        rejection.note(SignatureText.signature(field.get()));
        return false;
    }

    private boolean generalGetterPermitted(Object receiver, String property, Rejection rejection) {
        Optional<Method> method = CallSites.method(receiver, "getProperty", new Object[] {property});
        if (method.isEmpty()) {
            return false;
        }
        if (receiver instanceof CpsScript script
                ? script.knows(property)
                : permits(method.get()) || Grants.isGranted(receiver, "getProperty")) {
            return true;
        }
        if (!(receiver instanceof Script)) {
            rejection.note(SignatureText.signature(method.get()) + " ("
                    + receiver.getClass().getName() + "." + property + ")");
        }
        return false;
    }

    private boolean staticGetPermitted(Object receiver, String property, Rejection rejection) {
        if (!(receiver instanceof Class<?> type)) {
            return false;
        }
        Object[] none = {};
        if (permitted(CallSites.staticMethod(type, CallSites.getter(property), none), rejection)) {
            return true;
        }
        Optional<Field> field = CallSites.staticField(type, property);
        if (field.isPresent() && (isOfScript(type) || signatures.permits(field.get()))) {
            return true;
        }
        field.ifPresent(unlisted -> rejection.note(SignatureText.signature(unlisted)));
        return false;
    }

    /** Checks the setting of a property. */
    public void checkSet(Object receiver, String property, @Nullable Object value) {
        if (receiver instanceof Closure<?> closure && !ClosureTargets.isOwnProperty(property)) {
            checkSet(ClosureTargets.ofProperty(closure, property), property, value);
            return;
        }
        if (receiver instanceof Script && !property.equals("metaClass") && !property.equals("binding")) {
            return;
        }
        Rejection rejection = new Rejection();
        Optional<Method> setter =
                CallSites.method(receiver, CallSites.setter(property), new @Nullable Object[] {value});
        Optional<Method> general = CallSites.method(receiver, "setProperty", new @Nullable Object[] {property, value});
        if (permitted(setter, rejection)
                || Grants.isGranted(receiver, "setProperty")
                || permitted(general.filter(method -> !isOfScript(method.getDeclaringClass())), rejection)
                || fieldPermitted(receiver, property, rejection)
                || staticGetPermitted(receiver, property, rejection)) {
            return;
        }
        throw rejection.orElse(() -> noSuchField(receiver, property));
    }

    /** Checks direct access to a field: {@code object.@name}. */
    public void checkField(Object receiver, String name) {
        Rejection rejection = new Rejection();
        if (!fieldPermitted(receiver, name, rejection) && !staticGetPermitted(receiver, name, rejection)) {
            throw rejection.orElse(() -> noSuchField(receiver, name));
        }
    }

    /** Checks {@code receiver[index]}, or its assignment where the arguments hold a value too. */
    public void checkIndex(Object receiver, String method, @Nullable Object... arguments) {
        if (receiver.getClass().isArray() && arguments[0] instanceof Integer) {
            return;
        }
        Optional<Method> own = CallSites.method(receiver, method, arguments);
        if (own.isPresent()) {
            require(own.get());
        } else if (!checkGroovyMethod(receiver, method, arguments)) {
            throw new RejectedAccessException(
                    "No such " + method + " method found: method " + SignatureText.name(receiver.getClass()) + "["
                            + (arguments[0] == null ? "null" : SignatureText.name(arguments[0].getClass())) + "]");
        }
    }

    private boolean permitted(Optional<Method> method, Rejection rejection) {
        if (method.isEmpty()) {
            return false;
        }
        if (permits(method.get())) {
            return true;
        }
        rejection.note(SignatureText.signature(method.get()));
        return false;
    }

    private void require(Method method) {
        if (!permits(method)) {
            throw RejectedAccessException.ofSignature(SignatureText.signature(method));
        }
    }

    private boolean permits(Method method) {
        return isOfScript(method.getDeclaringClass())
                || Continuable.categories.contains(method.getDeclaringClass())
                || signatures.permits(method);
    }

    private static boolean isOfScript(Class<?> type) {
        return type.getClassLoader() instanceof GroovyClassLoader;
    }

    private static boolean isBoolean(Method method) {
        return method.getReturnType() == boolean.class;
    }

    private static MissingPropertyException noSuchField(Object receiver, String property) {
        return new MissingPropertyException(
                "No such field found: field " + SignatureText.name(receiver.getClass()) + " " + property);
    }
}

package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.GString;
import groovy.lang.GroovyInterceptable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.codehaus.groovy.runtime.MetaClassHelper;
import org.jspecify.annotations.Nullable;

/** Finds the member that a call would reach, as declared in the outermost type that declares it: that names the signature. */
final class CallSites {
    private CallSites() {}

    static Optional<Method> method(Object receiver, String name, @Nullable Object[] arguments) {
        Set<Class<?>> types = types(receiver.getClass());
        if (types.contains(GroovyInterceptable.class) && !name.equals("invokeMethod")) {
            return method(receiver, "invokeMethod", new Object[] {name, arguments});
        }
        for (Class<?> type : types) {
            Optional<Method> found = staticMethod(type, name, arguments);
            if (found.isPresent()) {
                return found;
            }
        }
        return receiver instanceof GString ? staticMethod(String.class, name, arguments) : Optional.empty();
    }

    /** Finds a method that the type itself declares. */
    static Optional<Method> staticMethod(Class<?> type, String name, @Nullable Object[] arguments) {
        Method best = null;
        for (Method method : DeclaredMethods.of(type)) {
            if (method.getName().equals(name)
                    && accepts(method, arguments)
                    && (best == null || isMoreSpecific(method, best))) {
                best = method;
            }
        }
        return Optional.ofNullable(best);
    }

    static Optional<Constructor<?>> constructor(Class<?> type, @Nullable Object[] arguments) {
        Constructor<?> best = null;
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (accepts(constructor, arguments) && (best == null || isMoreSpecific(constructor, best))) {
                best = constructor;
            }
        }
        if (best == null && arguments.length == 1 && arguments[0] instanceof Map) {
            return constructor(type, new Object[0]);
        }
        return Optional.ofNullable(best);
    }

    static Optional<Field> field(Object receiver, String name) {
        for (Class<?> type : types(receiver.getClass())) {
            Optional<Field> found = staticField(type, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<Field> staticField(Class<?> type, String name) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Lists all types of an object: a supertype before its subtypes. */
    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            types.addAll(types(parent));
        }
        for (Class<?> implemented : type.getInterfaces()) {
            types.addAll(types(implemented));
        }
        types.add(type);
        return types;
    }

    private static boolean accepts(Executable member, @Nullable Object[] arguments) {
        Class<?>[] types = member.getParameterTypes();
        if (types.length == arguments.length && acceptEach(types, arguments, types.length)) {
            return true;
        }
        int fixed = types.length - 1;
        return fixed >= 0
                && types[fixed].isArray()
                && (member.isVarArgs() || arguments.length > types.length)
                && arguments.length >= fixed
                && acceptEach(types, arguments, fixed)
                && acceptRest(types[fixed].getComponentType(), arguments, fixed);
    }

    private static boolean acceptEach(Class<?>[] types, @Nullable Object[] arguments, int count) {
        for (int i = 0; i < count; i++) {
            if (!accepts(types[i], arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptRest(Class<?> type, @Nullable Object[] arguments, int from) {
        for (int i = from; i < arguments.length; i++) {
            if (!accepts(type, arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Class<?> type, @Nullable Object argument) {
        if (argument == null) {
            return !type.isPrimitive();
        }
        if (type.isInstance(argument) || (type == String.class && argument instanceof GString)) {
            return true;
        }
        return type.isPrimitive() && acceptsPrimitive(wrapped(type), argument);
    }

    private static boolean acceptsPrimitive(Class<?> type, Object argument) {
        return type.isInstance(argument)
                || (type == Long.class && argument instanceof Integer)
                || (type == Integer.class && argument instanceof Long number && number.intValue() == number);
    }

    private static boolean isMoreSpecific(Executable more, Executable less) {
        if (more.isVarArgs() != less.isVarArgs()) {
            return less.isVarArgs();
        }
        Class<?>[] moreTypes = more.getParameterTypes();
        Class<?>[] lessTypes = less.getParameterTypes();
        for (int i = 0; i < Math.min(moreTypes.length, lessTypes.length); i++) {
            int order = compare(wrapped(moreTypes[i]), wrapped(lessTypes[i]));
            if (order != 0) {
                return order > 0;
            }
        }
        return more.toString().compareTo(less.toString()) > 0;
    }

    private static int compare(Class<?> more, Class<?> less) {
        if (more.isAssignableFrom(less)) {
            return -1;
        }
        if (less.isAssignableFrom(more)) {
            return 1;
        }
        if (more == Long.class && less == Integer.class) {
            return -1;
        }
        return more == Integer.class && less == Long.class ? 1 : 0;
    }

    private static Class<?> wrapped(Class<?> type) {
        return type.isPrimitive() ? ReflectionCache.autoboxType(type) : type;
    }

    static String getter(String property) {
        return "get" + MetaClassHelper.capitalize(property);
    }

    static String booleanGetter(String property) {
        return "is" + MetaClassHelper.capitalize(property);
    }

    static String setter(String property) {
        return "set" + MetaClassHelper.capitalize(property);
    }
}

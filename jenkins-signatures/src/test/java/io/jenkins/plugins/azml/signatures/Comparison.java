package io.jenkins.plugins.azml.signatures;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a signature's class the real class does not have, or has otherwise: member by member. */
final class Comparison {
    /** What decides about calling, extending and implementing; a real class may be less abstract than its signature. */
    private static final int MODIFIERS = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC;

    private final Class<?> ours;
    private final Class<?> real;
    private final List<String> differences = new ArrayList<>();

    /** @param real of the same name, by a loader that knows the real classes alone */
    Comparison(Class<?> ours, Class<?> real) {
        this.ours = ours;
        this.real = real;
    }

    List<String> differences() {
        compareTypes();
        members(ours.getDeclaredConstructors()).forEach(this::compareConstructor);
        members(ours.getDeclaredMethods()).forEach(method -> compareMethod((Method) method));
        Arrays.stream(ours.getDeclaredFields())
                .filter(field -> isSeen(field.getModifiers()) && !field.isSynthetic())
                .forEach(this::compareField);
        return differences;
    }

    private static List<Executable> members(Executable[] members) {
        return Arrays.stream(members)
                .filter(member -> isSeen(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> Arrays.stream(member.getAnnotations()).noneMatch(NotReal.class::isInstance))
                .toList();
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private void compareTypes() {
        if (ours.isInterface() != real.isInterface()
                || ours.isAnnotation() != real.isAnnotation()
                || ours.isEnum() != real.isEnum()) {
            differences.add("is another kind of type");
        }
        compare("the class", ours.getModifiers(), real.getModifiers());
        if (Modifier.isFinal(real.getModifiers()) && !Modifier.isFinal(ours.getModifiers()) && !ours.isAnnotation()) {
            differences.add("is final");
        }
        Set<String> kin = kin(real);
        kin(ours).stream().filter(name -> !kin.contains(name)).forEach(name -> differences.add("is no " + name));
        Arrays.stream(ours.getAnnotations())
                .map(Comparison::text)
                .filter(text -> Arrays.stream(real.getAnnotations())
                        .noneMatch(each -> text(each).equals(text)))
                .forEach(text -> differences.add("is not annotated " + text));
    }

    private static String text(Annotation annotation) {
        return annotation.annotationType().getName();
    }

    /** All that a type is. */
    private static Set<String> kin(Class<?> type) {
        Set<String> kin = new TreeSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            kin.add(each.getName());
            Arrays.stream(each.getInterfaces()).forEach(parent -> kin.addAll(kin(parent)));
        }
        return kin;
    }

    private void compareConstructor(Executable constructor) {
        Optional<Constructor<?>> found = Arrays.stream(real.getDeclaredConstructors())
                .filter(each -> parameters(each).equals(parameters(constructor)))
                .findFirst();
        compare("the constructor" + parameters(constructor), constructor, found);
    }

    private void compareMethod(Method method) {
        Optional<Method> found = inherited(real, method);
        String what = method.getName() + parameters(method);
        compare(what, method, found);
        if (found.isPresent() && isFinalForUs(method, found.get())) {
            differences.add(what + " is final");
        }
    }

    private static boolean isFinalForUs(Method method, Method found) {
        return Modifier.isFinal(found.getModifiers())
                && !Modifier.isFinal(method.getModifiers())
                && !Modifier.isFinal(method.getDeclaringClass().getModifiers())
                && !Modifier.isStatic(method.getModifiers());
    }

    /** The method of the same erased signature and result, wherever it is declared. */
    private static Optional<Method> inherited(Class<?> type, Method method) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Optional<Method> found = Arrays.stream(each.getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method.getName()))
                    .filter(candidate -> parameters(candidate).equals(parameters(method)))
                    .filter(candidate -> candidate
                            .getReturnType()
                            .getName()
                            .equals(method.getReturnType().getName()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            for (Class<?> parent : each.getInterfaces()) {
                Optional<Method> there = inherited(parent, method);
                if (there.isPresent()) {
                    return there;
                }
            }
        }
        return Optional.empty();
    }

    private static String parameters(Executable member) {
        return Arrays.stream(member.getParameters())
                .map(Parameter::getType)
                .map(Class::getName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void compare(String what, Executable member, Optional<? extends Executable> found) {
        if (found.isEmpty()) {
            differences.add(what + " is not there");
            return;
        }
        compare(what, member.getModifiers(), found.get().getModifiers());
        Set<String> thrown = thrown(found.get());
        if (!thrown(member).equals(thrown)) {
            differences.add(what + " throws " + thrown + ", not " + thrown(member));
        }
    }

    private static Set<String> thrown(Executable member) {
        return Arrays.stream(member.getExceptionTypes())
                .filter(type -> !RuntimeException.class.isAssignableFrom(type))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(String what, int expected, int found) {
        if ((expected & MODIFIERS) != (found & MODIFIERS)) {
            differences.add(what + " is " + Modifier.toString(found & MODIFIERS) + ", not "
                    + Modifier.toString(expected & MODIFIERS));
        }
        if (Modifier.isAbstract(found) && !Modifier.isAbstract(expected)) {
            differences.add(what + " is abstract");
        }
    }

    private void compareField(Field field) {
        try {
            Field found = real.getDeclaredField(field.getName());
            compare(field.getName(), field.getModifiers(), found.getModifiers());
            if (!found.getType().getName().equals(field.getType().getName())) {
                differences.add(field.getName() + " is a " + found.getType().getName());
            }
        } catch (NoSuchFieldException e) {
            differences.add(field.getName() + " is not there");
        }
    }
}

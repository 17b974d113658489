package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MetaClassHelper;
import org.jspecify.annotations.Nullable;

/** Finds who answers a name that a closure does not answer itself: its owner or its delegate, as its strategy says. */
final class ClosureTargets {
    private static final Set<String> OWN = Set.of(
            "owner",
            "delegate",
            "thisObject",
            "resolveStrategy",
            "directive",
            "parameterTypes",
            "metaClass",
            "class",
            "maximumNumberOfParameters");

    private ClosureTargets() {}

    static boolean isOwnProperty(String property) {
        return OWN.contains(property);
    }

    /** Tells whether an object has a method of its own for a call. */
    static boolean answers(Object candidate, String method, @Nullable Object[] arguments) {
        return InvokerHelper.getMetaClass(candidate).pickMethod(method, MetaClassHelper.convertToTypeArray(arguments))
                != null;
    }

    /** Lists who is asked, in order. */
    static List<Object> of(Closure<?> closure) {
        Object owner = closure.getOwner();
        Object delegate = closure.getDelegate();
        return switch (closure.getResolveStrategy()) {
            case Closure.OWNER_FIRST -> present(owner, delegate);
            case Closure.DELEGATE_FIRST -> present(delegate, owner);
            case Closure.OWNER_ONLY -> present(owner);
            case Closure.DELEGATE_ONLY -> present(delegate);
            default -> List.of();
        };
    }

    private static List<Object> present(@Nullable Object... candidates) {
        List<Object> present = new ArrayList<>();
        for (Object candidate : candidates) {
            if (candidate != null && present.stream().noneMatch(other -> other == candidate)) {
                present.add(candidate);
            }
        }
        return present;
    }
}

package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.Closure;
import java.util.LinkedHashSet;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
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

    static Object ofCall(Closure<?> closure, String method, @Nullable Object[] arguments) {
        Set<Object> candidates = candidates(closure);
        for (Object candidate : candidates) {
            if (candidate instanceof Closure<?> outer && outer != closure) {
                return outer;
            }
            if (!InvokerHelper.getMetaClass(candidate)
                    .respondsTo(candidate, method, arguments)
                    .isEmpty()) {
                return candidate;
            }
        }
        return candidates.iterator().next();
    }

    static Object ofProperty(Closure<?> closure, String property) {
        Set<Object> candidates = candidates(closure);
        for (Object candidate : candidates) {
            if (candidate instanceof Closure<?> outer && outer != closure) {
                return outer;
            }
            if (InvokerHelper.getMetaClass(candidate).hasProperty(candidate, property) != null) {
                return candidate;
            }
        }
        return candidates.iterator().next();
    }

    private static Set<Object> candidates(Closure<?> closure) {
        Set<Object> candidates = new LinkedHashSet<>();
        boolean delegateFirst = closure.getResolveStrategy() == Closure.DELEGATE_FIRST
                || closure.getResolveStrategy() == Closure.DELEGATE_ONLY;
        if (delegateFirst && closure.getDelegate() != null) {
            candidates.add(closure.getDelegate());
        }
        candidates.add(closure.getOwner());
        if (closure.getDelegate() != null) {
            candidates.add(closure.getDelegate());
        }
        return candidates;
    }
}

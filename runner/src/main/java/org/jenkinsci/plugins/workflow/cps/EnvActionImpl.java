package org.jenkinsci.plugins.workflow.cps;

import groovy.lang.GroovyObjectSupport;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.support.actions.EnvironmentAction;
import org.jspecify.annotations.Nullable;

/** The variable {@code env}. What a script sets is kept for the rest of the build; what it reads is what a step would see. */
public final class EnvActionImpl extends GroovyObjectSupport implements EnvironmentAction {
    private final Map<String, String> set = new ConcurrentHashMap<>();
    private final Function<String, @Nullable String> effective;
    private final UnaryOperator<Map<String, String>> environment;

    /**
     * @param effective reads one variable as the current thread sees it
     * @param environment the build's variables, given those that the script set
     */
    public EnvActionImpl(Function<String, @Nullable String> effective, UnaryOperator<Map<String, String>> environment) {
        this.effective = effective;
        this.environment = environment;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return effective.apply(name);
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        set.put(name, String.valueOf(value));
    }

    @Override
    public Map<String, String> getEnvironment() {
        return environment.apply(getOverriddenEnvironment());
    }

    /** What the script has set so far, by name: steps on other threads read it too. */
    public Map<String, String> getOverriddenEnvironment() {
        return new TreeMap<>(set);
    }
}

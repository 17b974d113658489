package org.jenkinsci.plugins.workflow.cps;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The variable {@code steps}: every method of it is a step. */
public final class DSL extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ScriptHost host;

    public DSL(ScriptHost host) {
        this.host = host;
    }

    @Override
    public @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        return host.callStep(name, arguments);
    }
}

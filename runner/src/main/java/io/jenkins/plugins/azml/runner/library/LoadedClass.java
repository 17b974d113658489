package io.jenkins.plugins.azml.runner.library;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** A class of a library that was loaded while the script ran: {@code new} makes an instance, the rest is static. */
public final class LoadedClass extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<?> type;

    LoadedClass(Class<?> type) {
        this.type = type;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return InvokerHelper.getProperty(type, name);
    }

    @Override
    public @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        return name.equals("new")
                ? InvokerHelper.invokeConstructorOf(type, arguments)
                : InvokerHelper.invokeStaticMethod(type, name, arguments);
    }
}

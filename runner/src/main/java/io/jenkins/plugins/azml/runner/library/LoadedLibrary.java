package io.jenkins.plugins.azml.runner.library;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import io.jenkins.plugins.azml.runner.script.ScriptLoader;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the step {@code library} gives: a package of the library, whose properties are packages and classes. */
public final class LoadedLibrary extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ScriptLoader loader;
    private final String prefix;

    LoadedLibrary(ScriptLoader loader, String prefix) {
        this.loader = loader;
        this.prefix = prefix;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        String full = prefix + name;
        if (!Character.isUpperCase(name.charAt(0))) {
            return new LoadedLibrary(loader, full + ".");
        }
        try {
            return new LoadedClass(loader.loadClass(full));
        } catch (ClassNotFoundException absent) {
            throw new MissingPropertyException("No class " + full + " in the library", name, LoadedLibrary.class);
        }
    }
}

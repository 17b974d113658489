package io.jenkins.plugins.azml.runner.script;

import groovy.lang.GroovyClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** A class loader for scripts. It keeps the bytes of what it compiled, so that a fresh one can define the same classes again. */
public final class ScriptLoader extends GroovyClassLoader {
    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();

    public ScriptLoader(ClassLoader parent, CompilerConfiguration configuration, Map<String, byte[]> known) {
        super(parent, configuration);
        compiled.putAll(known);
    }

    public Map<String, byte[]> compiled() {
        return compiled;
    }

    @Override
    protected ClassCollector createCollector(CompilationUnit unit, SourceUnit source) {
        return new Collector(this, unit, source);
    }

    @Override
    public @Nullable Class<?> loadClass(String name, boolean lookup, boolean preferClass, boolean resolve)
            throws ClassNotFoundException, CompilationFailedException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            byte[] bytes = compiled.get(name);
            if (loaded == null && bytes != null) {
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded != null ? loaded : super.loadClass(name, lookup, preferClass, resolve);
        }
    }

    /** Defines classes in this loader itself; Groovy would make a new loader for each script. */
    private static final class Collector extends ClassCollector {
        private final ScriptLoader owner;

        Collector(ScriptLoader owner, CompilationUnit unit, SourceUnit source) {
            super(new InnerLoader(owner), unit, source);
            this.owner = owner;
        }

        @Override
        public GroovyClassLoader getDefiningClassLoader() {
            return owner;
        }

        @Override
        protected Class<?> createClass(byte[] code, ClassNode node) {
            Class<?> type = super.createClass(code, node);
            owner.compiled.put(node.getName(), code);
            return type;
        }
    }
}

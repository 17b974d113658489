package io.jenkins.plugins.azml.runner.script;

import com.cloudbees.groovy.cps.NonCPS;
import groovy.lang.Binding;
import groovy.lang.GroovyCodeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.libs.Library;

/** Compiles scripts as Jenkins does: libraries in a trusted loader, the Jenkinsfile and what it loads in one below it. */
public final class ScriptCompiler {
    /** The name that Jenkins gives to the Jenkinsfile's class. */
    public static final String MAIN = "WorkflowScript";

    private static final String DECLARATIVE = "io.jenkins.plugins.azml.runner.declarative.Declarative";

    private final ScriptLoader trusted;
    private final ScriptLoader scripts;

    public ScriptCompiler(ClassLoader parent, List<CompilationCustomizer> customizers) {
        this(parent, customizers, List.of(), Map.of(), Map.of());
    }

    private ScriptCompiler(
            ClassLoader parent,
            List<CompilationCustomizer> customizers,
            List<URL> libraries,
            Map<String, byte[]> trustedClasses,
            Map<String, byte[]> scriptClasses) {
        trusted = new ScriptLoader(parent, configuration(true, customizers), trustedClasses);
        libraries.forEach(trusted::addURL);
        scripts = new ScriptLoader(trusted, configuration(false, customizers), scriptClasses);
    }

    private static CompilerConfiguration configuration(boolean trusted, List<CompilationCustomizer> customizers) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(CpsScript.class.getName());
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports(NonCPS.class.getPackage().getName(), "hudson.model", "jenkins.model");
        imports.addImports(Library.class.getName());
        configuration.addCompilationCustomizers(imports);
        customizers.forEach(configuration::addCompilationCustomizers);
        configuration.addCompilationCustomizers(new PipelineTransformer(trusted));
        return configuration;
    }

    /** Makes fresh loaders that define the same classes from their bytes. */
    public ScriptCompiler renewed(ClassLoader parent, List<CompilationCustomizer> customizers) {
        return restored(parent, customizers, List.of(trusted.getURLs()), trusted.compiled(), scripts.compiled());
    }

    /** Makes loaders that define classes from bytes that were compiled before. */
    public static ScriptCompiler restored(
            ClassLoader parent,
            List<CompilationCustomizer> customizers,
            List<URL> libraries,
            Map<String, byte[]> trustedClasses,
            Map<String, byte[]> scriptClasses) {
        return new ScriptCompiler(parent, customizers, libraries, trustedClasses, scriptClasses);
    }

    public void addLibrary(List<URL> folders) {
        folders.forEach(trusted::addURL);
    }

    /** The class that walks Declarative Pipelines, compiled when it is first needed. */
    public Class<?> interpreter() {
        ours("Surroundings");
        return ours("Interpreter");
    }

    private Class<?> ours(String name) {
        try {
            return trusted.loadClass(DECLARATIVE + name);
        } catch (ClassNotFoundException notYet) {
            String file = (DECLARATIVE + name).replace('.', '/') + ".groovy";
            try (InputStream source =
                    Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(file), file)) {
                String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
                return trusted.parseClass(
                        new GroovyCodeSource(text, "Declarative" + name + ".groovy", "/groovy/shell"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The loader of the libraries. */
    public ScriptLoader trusted() {
        return trusted;
    }

    /** The loader of the Jenkinsfile and of everything it loads; it sees the libraries. */
    public ScriptLoader scripts() {
        return scripts;
    }

    /** Compiles a sandboxed script under the given file name. */
    public CpsScript parse(String text, String fileName) {
        Class<?> type = scripts.parseClass(new GroovyCodeSource(text, fileName, "/groovy/shell"), false);
        return instance(type, new Binding());
    }

    /** Makes a script of a compiled class. */
    public static CpsScript instance(Class<?> type, Binding binding) {
        try {
            CpsScript script =
                    type.asSubclass(CpsScript.class).getDeclaredConstructor().newInstance();
            script.setBinding(binding);
            return script;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(
                    "the class " + type.getName()
                            + " cannot be run as a script: it has no constructor without arguments",
                    impossible);
        }
    }
}

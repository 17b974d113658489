package io.jenkins.plugins.azml.runner.sandbox;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.GroovyClassLoader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.runtime.DateGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.EncodingGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.SqlGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.runtime.XmlGroovyMethods;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;

/** Tells whether a member may be used: it is the script's own, the engine's, or listed. */
final class Permissions {
    /** Where Groovy keeps what it adds to all classes, in the order in which it is looked for. */
    static final List<Class<?>> GROOVY_METHODS = List.of(
            DefaultGroovyMethods.class,
            StringGroovyMethods.class,
            SqlGroovyMethods.class,
            XmlGroovyMethods.class,
            EncodingGroovyMethods.class,
            DateGroovyMethods.class,
            ProcessGroovyMethods.class);

    private final Signatures signatures = Signatures.load();

    /** Tells whether a member is there and may be used; notes it where it may not. */
    boolean permitted(Optional<Method> method, Rejection rejection) {
        if (method.isEmpty()) {
            return false;
        }
        if (permits(method.get())) {
            return true;
        }
        rejection.note(SignatureText.signature(method.get()));
        return false;
    }

    void require(Method method) {
        if (!permits(method)) {
            throw RejectedAccessException.ofSignature(SignatureText.signature(method));
        }
    }

    boolean permits(Method method) {
        return isOfScript(method.getDeclaringClass())
                || Continuable.categories.contains(method.getDeclaringClass())
                || signatures.permits(method);
    }

    static boolean isOfScript(Class<?> type) {
        return type.getClassLoader() instanceof GroovyClassLoader;
    }

    boolean permits(Constructor<?> constructor) {
        return isOfScript(constructor.getDeclaringClass()) || signatures.permits(constructor);
    }

    boolean permits(Field field) {
        return isOfScript(field.getDeclaringClass()) || signatures.permits(field);
    }
}

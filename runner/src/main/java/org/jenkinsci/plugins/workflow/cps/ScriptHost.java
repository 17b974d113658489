package org.jenkinsci.plugins.workflow.cps;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script asks of whoever runs it. */
public interface ScriptHost {
    /** Finds a global variable, such as {@code env}, {@code params} or one of a library's. */
    Optional<Object> globalVariable(String name, CpsScript script);

    /** Runs a step or makes a described object; what is neither is a {@link NoSuchMethodError}. */
    @Nullable
    Object callStep(String name, @Nullable Object arguments);

    /** Reads a variable of the environment as the calling thread sees it. */
    @Nullable
    String environmentVariable(String name);

    /** Compiles and runs another script over the same variables. */
    @Nullable
    Object evaluate(String text);
}

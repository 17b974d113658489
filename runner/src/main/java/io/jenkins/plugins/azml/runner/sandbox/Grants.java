package io.jenkins.plugins.azml.runner.sandbox;

import io.jenkins.plugins.azml.runner.library.LoadedClass;
import io.jenkins.plugins.azml.runner.library.LoadedLibrary;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.cps.DSL;
import org.jenkinsci.plugins.workflow.cps.EnvActionImpl;

/** What Jenkins grants to its own objects beside the table of signatures. */
final class Grants {
    private static final Map<Class<?>, Set<String>> GRANTED = Map.of(
            CpsScript.class, Set.of("invokeMethod", "evaluate", "println", "print", "printf"),
            DSL.class, Set.of("invokeMethod"),
            EnvActionImpl.class, Set.of("getProperty", "setProperty"),
            LoadedLibrary.class, Set.of("getProperty"),
            LoadedClass.class, Set.of("getProperty", "invokeMethod"));

    private Grants() {}

    /** Grants what Jenkins grants to its own objects, though the method is declared by Groovy. */
    static boolean isGranted(Object receiver, String method) {
        return GRANTED.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().isInstance(receiver) && entry.getValue().contains(method));
    }
}

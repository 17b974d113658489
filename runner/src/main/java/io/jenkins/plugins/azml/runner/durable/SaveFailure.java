package io.jenkins.plugins.azml.runner.durable;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.marshalling.TraceInformation;

/** Turns a failure to save into the one that Jenkins would show: its chain of fields names Jenkins' own classes. */
final class SaveFailure {
    private static final String OURS = "io.jenkins.plugins.azml.runner.";
    private static final Map<String, String> NAMES = names();

    private SaveFailure() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(OURS + "cps.IteratorCategory$", "org.jenkinsci.plugins.workflow.cps.persistence.IteratorHack$");
        names.put(
                OURS + "steps.NodeStep$Execution",
                "org.jenkinsci.plugins.workflow.support.steps.ExecutorStepExecution");
        names.put(OURS + "cps.", "org.jenkinsci.plugins.workflow.cps.");
        names.put(
                "in object com.cloudbees.groovy.cps.Continuable@",
                "in object org.jenkinsci.plugins.workflow.cps.SandboxContinuable@");
        return names;
    }

    static Throwable asOnJenkins(Throwable failure) {
        if (!(failure.getCause() instanceof TraceInformation trace)) {
            return failure;
        }
        String text = trace.toString();
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        java.io.NotSerializableException renamed = new java.io.NotSerializableException(failure.getMessage());
        renamed.initCause(new Chain(text.stripTrailing()));
        return renamed;
    }

    /** The fields that lead to what cannot be saved. */
    private static final class Chain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Chain(String text) {
            super(text, null, false, false);
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // the chain stands alone, without a class before it
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}

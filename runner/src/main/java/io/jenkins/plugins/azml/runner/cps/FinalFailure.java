package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import groovy.lang.GroovyClassLoader;
import groovy.lang.MissingMethodException;
import hudson.model.Result;
import hudson.remoting.ProxyException;
import io.jenkins.plugins.azml.runner.steps.Interruptions;
import java.lang.reflect.InvocationTargetException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The failure that ends a build: its result and its last words. */
public final class FinalFailure {
    private final PipelineExecution execution;

    public FinalFailure(PipelineExecution execution) {
        this.execution = execution;
    }

    public void print(Throwable failure) {
        Services services = execution.services();
        services.findings().failed(new FailureLine(services).of(failure));
        execution
                .build()
                .setResult(
                        failure instanceof FlowInterruptedException interruption
                                ? interruption.getResult()
                                : Result.FAILURE);
        Interruptions.print(
                isStorable(failure) ? failure : new ProxyException(failure), execution.build(), execution.topConsole());
    }

    /** Tells whether Jenkins can store the failure as it is; else it stores and prints a stand-in. */
    private static boolean isStorable(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof InvocationTargetException
                    || at instanceof CpsCallableInvocation
                    || at instanceof MissingMethodException
                    || at.getClass().getClassLoader() instanceof GroovyClassLoader) {
                return false;
            }
        }
        return true;
    }
}

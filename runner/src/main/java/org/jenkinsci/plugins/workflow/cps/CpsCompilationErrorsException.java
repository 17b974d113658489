package org.jenkinsci.plugins.workflow.cps;

import groovy.lang.GroovyRuntimeException;

/** A loaded file that does not compile. */
public final class CpsCompilationErrorsException extends GroovyRuntimeException {
    private static final long serialVersionUID = 1L;

    public CpsCompilationErrorsException(Exception original) {
        super(original.getMessage());
        setStackTrace(original.getStackTrace());
    }
}

package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;

public abstract class StepExecution implements Serializable {
    protected StepExecution(StepContext context) {
        throw new UnsupportedOperationException("signature");
    }

    public StepContext getContext() {
        throw new UnsupportedOperationException("signature");
    }

    public abstract boolean start() throws Exception;

    public void stop(Throwable cause) throws Exception {
        throw new UnsupportedOperationException("signature");
    }

    public void onResume() {
        throw new UnsupportedOperationException("signature");
    }

    public String getStatus() {
        throw new UnsupportedOperationException("signature");
    }
}

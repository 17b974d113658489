package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Result;

public class WarningAction implements PersistentAction {
    public WarningAction(Result result) {
        throw new UnsupportedOperationException("signature");
    }

    public WarningAction withMessage(String message) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public String getIconFileName() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public String getUrlName() {
        throw new UnsupportedOperationException("signature");
    }
}

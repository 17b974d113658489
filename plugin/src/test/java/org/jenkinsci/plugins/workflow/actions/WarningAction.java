package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Result;

/** As Jenkins' own, without a page. */
public final class WarningAction implements PersistentAction {
    private final Result result;
    private String message = "";

    public WarningAction(Result result) {
        this.result = result;
    }

    public WarningAction withMessage(String text) {
        message = text;
        return this;
    }

    public Result getResult() {
        return result;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Warning";
    }

    @Override
    public String getUrlName() {
        return null;
    }
}

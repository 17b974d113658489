package org.jenkinsci.plugins.workflow.actions;

public class LabelAction implements PersistentAction {
    public LabelAction(String displayName) {
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

package org.jenkinsci.plugins.workflow.actions;

import hudson.FilePath;
import hudson.model.labels.LabelAtom;
import java.util.Set;

public abstract class WorkspaceAction implements PersistentAction {
    public abstract String getNode();

    public abstract String getPath();

    public abstract Set<LabelAtom> getLabels();

    public final FilePath getWorkspace() {
        throw new UnsupportedOperationException("signature");
    }
}

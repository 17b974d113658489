package hudson.model;

import java.util.List;

public abstract class Actionable implements ModelObject {
    public <T extends Action> List<T> getActions(Class<T> type) {
        throw new UnsupportedOperationException("signature");
    }

    public void addAction(Action action) {
        throw new UnsupportedOperationException("signature");
    }

    public boolean addOrReplaceAction(Action action) {
        throw new UnsupportedOperationException("signature");
    }

    public <T extends Action> T getAction(Class<T> type) {
        throw new UnsupportedOperationException("signature");
    }
}

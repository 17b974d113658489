package hudson.model;

import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;

public abstract class Run<J extends Job<J, R>, R extends Run<J, R>> extends Actionable
        implements PersistenceRoot, AccessControlled {
    Run() {}

    public J getParent() {
        throw new UnsupportedOperationException("signature");
    }

    public int getNumber() {
        throw new UnsupportedOperationException("signature");
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException("signature");
    }

    public final long getTimeInMillis() {
        throw new UnsupportedOperationException("signature");
    }

    public R getPreviousBuild() {
        throw new UnsupportedOperationException("signature");
    }

    public Result getResult() {
        throw new UnsupportedOperationException("signature");
    }

    public final String getAbsoluteUrl() {
        throw new UnsupportedOperationException("signature");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("signature");
    }

    public String getExternalizableId() {
        throw new UnsupportedOperationException("signature");
    }

    public static Run<?, ?> fromExternalizableId(String id) {
        throw new UnsupportedOperationException("signature");
    }

    public void setResult(Result result) {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("signature");
    }
}

package hudson.model;

import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    protected Descriptor() {}

    protected Descriptor(Class<? extends T> type) {}

    public String getDisplayName() {
        throw new UnsupportedOperationException("signature");
    }

    public String getId() {
        throw new UnsupportedOperationException("signature");
    }

    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        throw new UnsupportedOperationException("signature");
    }

    public T newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public synchronized void save() {
        throw new UnsupportedOperationException("signature");
    }

    public synchronized void load() {
        throw new UnsupportedOperationException("signature");
    }

    public static final class FormException extends Exception {
        public FormException(String message, String formField) {
            super(message);
        }
    }
}

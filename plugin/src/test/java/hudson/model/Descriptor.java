package hudson.model;

import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** As Jenkins' own, but that nothing is kept on a disk. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    protected Descriptor() {}

    protected Descriptor(Class<? extends T> type) {}

    public String getDisplayName() {
        return getClass().getSimpleName();
    }

    public String getId() {
        return getClass().getName();
    }

    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        return true;
    }

    public T newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        throw new FormException("no form is bound here", null);
    }

    @Override
    public synchronized void save() {}

    public synchronized void load() {}

    /** As Jenkins' own. */
    public static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        public FormException(String message, String formField) {
            super(message);
        }
    }
}

package hudson;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A folder of this machine. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    private final File folder;
    private String answer;

    public FilePath(File folder) {
        this.folder = folder;
    }

    /** The folder of an agent that answers whatever it likes. */
    public static FilePath answering(String answer) {
        FilePath folder = new FilePath(new File("/agent"));
        folder.answer = answer;
        return folder;
    }

    public String getRemote() {
        return folder.getPath();
    }

    @SuppressWarnings("unchecked")
    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        if (answer != null) {
            return (T) answer;
        }
        return callable.invoke(folder, null);
    }

    /** As Jenkins' own. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }
}

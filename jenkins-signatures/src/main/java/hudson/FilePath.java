package hudson;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    public FilePath(VirtualChannel channel, String remote) {
        throw new UnsupportedOperationException("signature");
    }

    public FilePath(File localPath) {
        throw new UnsupportedOperationException("signature");
    }

    public String getRemote() {
        throw new UnsupportedOperationException("signature");
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("signature");
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }
}

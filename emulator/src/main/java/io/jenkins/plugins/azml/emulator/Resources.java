package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.EmulatorOptions.Ports;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.runtime.FolderLock;
import io.jenkins.plugins.azml.emulator.runtime.KeptPorts;
import io.jenkins.plugins.azml.emulator.runtime.PrivateFiles;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.emulator.store.DatabaseStore;
import io.jenkins.plugins.azml.emulator.store.MapStore;
import io.jenkins.plugins.azml.emulator.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLContext;

/** What one emulator holds and gives back when it ends, the last first. */
final class Resources implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Resources.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final EmulatorOptions options;
    private final Children children;
    private final Ports ports;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Resources(EmulatorOptions options) {
        this.options = options;
        PrivateFiles.createFolder(options.folder());
        open.push(FolderLock.take(options.folder()));
        this.children = new Children(options.folder().resolve("children"));
        children.endOrphans(GRACE);
        this.ports = chosen(options.ports(), KeptPorts.read(options.folder()));
    }

    /** Takes the folder and ends what an earlier emulator left running in it. */
    static Resources open(EmulatorOptions options) {
        return new Resources(options);
    }

    Path folder() {
        return options.folder();
    }

    Children children() {
        return children;
    }

    Ports ports() {
        return ports;
    }

    <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    Listeners listen(SSLContext tls) {
        return keep(new Listeners(ports, tls, options.twins()));
    }

    /** Blobs of the twins do not survive the process, so nothing that speaks of them may. */
    Store store() {
        return options.twins() ? new MapStore() : DatabaseStore.open(options.folder());
    }

    Ready announce(Ready ready) {
        new KeptPorts(
                        ready.secure().getPort(),
                        ready.plain().getPort(),
                        ready.blobs().getPort())
                .write(options.folder());
        ready.write(options.folder());
        open.push(() -> Ready.forget(options.folder()));
        return ready;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.WARNING, "something of the emulator did not end in order", failed);
        }
    }

    private static Ports chosen(Ports wanted, KeptPorts kept) {
        return new Ports(
                wanted.secure() == 0 ? kept.secure() : wanted.secure(),
                wanted.plain() == 0 ? kept.plain() : wanted.plain(),
                wanted.blobs() == 0 ? kept.blobs() : wanted.blobs());
    }
}

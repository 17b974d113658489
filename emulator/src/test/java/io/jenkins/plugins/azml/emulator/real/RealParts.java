package io.jenkins.plugins.azml.emulator.real;

import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.clock.VirtualClock;
import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.python.PythonEnvironments;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** What tests with real processes share. */
public final class RealParts {
    private RealParts() {}

    /** A blob store in memory that several threads may use. */
    public static BlobStore blobs() {
        var store = new InMemoryBlobStore(URI.create("http://127.0.0.1"), new VirtualClock(Instant.EPOCH));
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    synchronized (store) {
                        return method.invoke(store, arguments);
                    }
                });
    }

    public static PythonHost pythonHost(Path folder) {
        var children = new Children(folder.resolve("children"));
        var environment = ChildEnvironment.ofThisProcess();
        var environments = new PythonEnvironments(
                InstallCache.ofUser(System.getenv()),
                new Installer(environment, children),
                new ToolCheck(environment, children));
        return new PythonHost(environments, children, environment);
    }
}

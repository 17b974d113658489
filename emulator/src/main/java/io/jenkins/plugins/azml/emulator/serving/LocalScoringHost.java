package io.jenkins.plugins.azml.emulator.serving;

import io.jenkins.plugins.azml.emulator.blob.BlobFiles;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.process.Folders;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Runs deployments as processes of this machine. */
public final class LocalScoringHost implements ScoringHost {
    private final Path folder;
    private final BlobFiles blobs;
    private final PythonHost python;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<DeploymentKey, LocalDeployment> deployments = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** @param folder where each deployment has a folder of its own while it is there; what an earlier host left is deleted */
    public LocalScoringHost(Path folder, BlobStore blobs, PythonHost python) {
        deleteLeftovers(folder);
        this.folder = folder.toAbsolutePath();
        this.blobs = new BlobFiles(blobs);
        this.python = python;
    }

    private static void deleteLeftovers(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(
                    "cannot delete the folders of earlier deployments in " + folder, undeletable);
        }
    }

    @Override
    public void deploy(DeploymentPlan plan, DeploymentListener listener) {
        // A number of its own: the one before may still be ending.
        Path place = folder.resolve(plan.key().deployment() + "-" + count.incrementAndGet());
        var deployment = new LocalDeployment(plan, listener, new DeploymentFolder(place, plan, blobs), python, http);
        Optional<LocalDeployment> before = Optional.ofNullable(deployments.put(plan.key(), deployment));
        inBackground(() -> {
            before.ifPresent(LocalDeployment::stop);
            deployment.start();
        });
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "deployment");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void remove(DeploymentKey key) {
        LocalDeployment deployment = deployments.remove(key);
        if (deployment != null) {
            inBackground(deployment::stop);
        }
    }

    @Override
    public Reply score(DeploymentKey key, Request request) {
        LocalDeployment deployment = deployments.get(key);
        return deployment == null
                ? Reply.json(503, Json.object().put("message", "the deployment is not ready"))
                : deployment.score(request);
    }

    @Override
    public String logs(DeploymentKey key, int lines) {
        LocalDeployment deployment = deployments.get(key);
        return deployment == null ? "" : deployment.logs(lines);
    }

    @Override
    public void close() {
        deployments.values().parallelStream().forEach(LocalDeployment::stop);
        deployments.clear();
    }
}

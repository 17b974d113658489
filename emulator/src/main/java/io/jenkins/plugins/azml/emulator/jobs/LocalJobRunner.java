package io.jenkins.plugins.azml.emulator.jobs;

import io.jenkins.plugins.azml.emulator.blob.BlobFiles;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.process.Folders;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs jobs as processes of this machine, so many at once; the others are queued. */
public final class LocalJobRunner implements JobRunner {
    private final Path folder;
    private final BlobFiles blobs;
    private final PythonHost python;
    private final ExecutorService workers;
    private final ExecutorService notices = Executors.newSingleThreadExecutor(LocalJobRunner::daemon);
    private final Map<JobKey, LocalJob> jobs = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    /**
     * @param folder where each job has a folder of its own while it runs; what an earlier runner left there is deleted
     * @param atOnce how many jobs run at the same time
     */
    public LocalJobRunner(Path folder, int atOnce, BlobStore blobs, PythonHost python) {
        deleteLeftovers(folder);
        this.folder = folder.toAbsolutePath();
        this.blobs = new BlobFiles(blobs);
        this.python = python;
        this.workers = Executors.newFixedThreadPool(atOnce, LocalJobRunner::daemon);
    }

    private static void deleteLeftovers(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete the folders of earlier jobs in " + folder, undeletable);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "job");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void submit(JobPlan plan, JobListener listener) {
        var serial = new SerialJobListener(listener, () -> isClosed);
        var place = folder.resolve(plan.key().workspace()).resolve(plan.key().name());
        var job = new LocalJob(plan, serial, new JobFolder(place, plan, blobs), python);
        jobs.put(plan.key(), job);
        // First told, then queued: a free worker must not be faster than the notice.
        notices.execute(() -> {
            serial.status(JobStatus.Queued);
            workers.execute(() -> run(plan.key(), job));
        });
    }

    private void run(JobKey key, LocalJob job) {
        try {
            job.run();
        } finally {
            jobs.remove(key);
        }
    }

    @Override
    public void cancel(JobKey key) {
        LocalJob job = jobs.get(key);
        if (job != null) {
            daemon(job::cancel).start();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        notices.shutdownNow();
        workers.shutdownNow();
        jobs.values().parallelStream().forEach(LocalJob::cancel);
    }
}

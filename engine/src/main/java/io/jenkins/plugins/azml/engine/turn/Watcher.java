package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watches the jobs of one workspace for all stages that wait there, by one filtered listing a tick.
 *
 * <p>The listing is read page by page until every watched job has been seen; that the service lists the newest first is
 * a guess, so the pages of a tick are bounded and what was not seen is read directly, some of it each tick. Safe for
 * many threads; {@link #tick} is called by one at a time.
 */
public final class Watcher {
    /** Every job that this engine submits carries it; the service filters by a tag's name. */
    public static final String TAG = "azml.run";

    private static final int DIRECT_READS = 20;
    private static final int SPARE_PAGES = 3;

    private final Jobs jobs;
    private final Map<String, String> watched = new LinkedHashMap<>();

    public Watcher(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Watches a job until its status is no longer {@code from}. */
    public synchronized void watch(String job, String from) {
        watched.put(job, from);
    }

    public synchronized void forget(String job) {
        watched.remove(job);
    }

    public synchronized int watching() {
        return watched.size();
    }

    /** Looks once. Gives the jobs that have changed, which are not watched any longer. */
    public Map<String, JobStatus> tick() {
        Map<String, String> unseen = copyOfWatched();
        Map<String, JobStatus> changed = new LinkedHashMap<>();
        if (!unseen.isEmpty()) {
            readListing(unseen, changed);
            readDirectly(unseen, changed);
        }
        changed.keySet().forEach(this::forget);
        return changed;
    }

    private synchronized Map<String, String> copyOfWatched() {
        return new LinkedHashMap<>(watched);
    }

    private void readListing(Map<String, String> unseen, Map<String, JobStatus> changed) {
        int wanted = unseen.size();
        Jobs.Page page = jobs.list(TAG);
        int pagesLeft = SPARE_PAGES + 2 * wanted / Math.max(1, page.jobs().size());
        note(page, unseen, changed);
        Optional<URI> next = page.next();
        while (next.isPresent() && !unseen.isEmpty() && pagesLeft-- > 0) {
            page = jobs.page(next.get());
            note(page, unseen, changed);
            next = page.next();
        }
    }

    private static void note(Jobs.Page page, Map<String, String> unseen, Map<String, JobStatus> changed) {
        for (Jobs.Job job : page.jobs()) {
            String from = unseen.remove(job.name());
            if (from != null && !from.equals(job.status().wire())) {
                changed.put(job.name(), job.status());
            }
        }
    }

    /** A listing can lag behind: what it lacks may be there all the same, and is never taken for gone. */
    private void readDirectly(Map<String, String> unseen, Map<String, JobStatus> changed) {
        unseen.entrySet().stream()
                .limit(DIRECT_READS)
                .forEach(entry -> jobs.find(entry.getKey())
                        .map(Jobs.Job::status)
                        .filter(status -> !status.wire().equals(entry.getValue()))
                        .ifPresent(status -> changed.put(entry.getKey(), status)));
        rotate(unseen.keySet().stream().limit(DIRECT_READS).toList());
    }

    /** Those read directly go to the end of the line, so that the next tick reads others. */
    private synchronized void rotate(Iterable<String> read) {
        for (String job : read) {
            String from = watched.remove(job);
            if (from != null) {
                watched.put(job, from);
            }
        }
    }
}

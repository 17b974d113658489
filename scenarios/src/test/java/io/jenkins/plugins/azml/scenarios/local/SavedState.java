package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.FileStateStore;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What the command line has saved of a run in {@code .azml}. */
record SavedState(Path project, String run) {
    private static final long LIMIT_MINUTES = 5;

    Optional<Envelope> read() {
        return new FileStateStore(project.resolve(".azml/runs")).load(new RunId(run));
    }

    /** Waits until what is saved is like this, also before the run has begun. */
    void await(Predicate<Envelope> like) {
        Path folder = project.resolve(".azml/runs").resolve(run);
        Places.folder(folder);
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (read().filter(like).isEmpty()) {
                WatchKey change = changes.poll(LIMIT_MINUTES, TimeUnit.MINUTES);
                if (change == null) {
                    throw new AssertionError("run " + run + " stays as it is: " + read());
                }
                change.pollEvents();
                change.reset();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

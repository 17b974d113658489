package io.jenkins.plugins.azml.emulator.install;

import io.jenkins.plugins.azml.emulator.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders that are filled once and then only read, each under a name that holds the hash of what is in it. A folder is
 * whole when its marker is there; one without, left by a crash, is made again. It is filled in its final place, because
 * a virtual environment cannot be moved. Safe for use by several threads and processes.
 */
public final class InstallCache {
    private static final String MARKER = ".installed";
    private static final long LOCK_PAUSE_MILLIS = 100;

    private final Path root;

    public InstallCache(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The folder that {@code AZML_CACHE} names, otherwise {@code azml} in the user's cache folder. */
    public static InstallCache ofUser(Map<String, String> environment) {
        return new InstallCache(Optional.ofNullable(environment.get("AZML_CACHE"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "azml")));
    }

    /**
     * Gives the folder of that name, filled. Blocks while another process fills it.
     *
     * @throws InstallException as the installation throws it; nothing is left of the folder then
     */
    public Path require(String name, Installation installation) {
        Path folder = root.resolve(name);
        if (isWhole(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(
                            root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock.isValid() && !isWhole(folder)) {
                    fill(folder, installation);
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot install into " + folder, failed);
        }
    }

    /** The filled folders whose names begin so, in the order of their names. */
    public List<Path> whole(String prefix) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> String.valueOf(folder.getFileName()).startsWith(prefix))
                    .filter(InstallCache::isWhole)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + root, unreadable);
        }
    }

    private static boolean isWhole(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    private static void fill(Path folder, Installation installation) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        boolean whole = false;
        try {
            installation.into(folder);
            Files.createFile(folder.resolve(MARKER));
            whole = true;
        } finally {
            if (!whole) {
                Folders.delete(folder);
            }
        }
    }

    // Another thread of this process that holds the lock is an exception, not a wait.
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException held) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InstallException("interrupted while another installation was running");
        }
    }
}

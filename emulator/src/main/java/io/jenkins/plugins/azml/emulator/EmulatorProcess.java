package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.process.OwnSession;
import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.emulator.runtime.PrivateFiles;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** An emulator as a process of its own, for whoever starts it and goes away. */
public final class EmulatorProcess {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;
    private volatile boolean givenUp;

    public EmulatorProcess(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Starts the process and waits until it answers; one that runs already is left as it is.
     *
     * @param limit for the start, which at the first time installs Azurite and MLflow: minutes
     * @throws IllegalStateException with the last lines of its log when it does not start
     */
    public Ready start(EmulatorOptions options, Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        PrivateFiles.createFolder(folder);
        try (FileChannel alone =
                FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            awaitLock(alone, deadline);
            return status().orElseGet(() -> await(launch(options), deadline));
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot write in " + folder, unusable);
        }
    }

    /** Of several processes that want the emulator at once, one starts it, and the others find it running. */
    private void awaitLock(FileChannel alone, Instant deadline) throws IOException {
        while (alone.tryLock() == null) {
            if (givenUp || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("another process has been starting the emulator in " + folder);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another process started the emulator", stopped);
        }
    }

    /** Ends a start that is being waited for; {@link #start} then says that it did not start. */
    public void giveUp() {
        givenUp = true;
    }

    /** What the running emulator tells of itself; empty when none runs. */
    public Optional<Ready> status() {
        return Ready.read(folder).filter(ready -> ready.process().isPresent());
    }

    /** The variables for clients of one workspace; empty when no emulator runs. */
    public Optional<Environment> environment(String workspace) {
        return status().map(ready -> Environment.of(ready, workspace));
    }

    /** Ends the emulator and its children, by force when it takes longer than 20 s. Whether one ran. */
    public boolean stop() {
        Optional<ProcessHandle> process = status().flatMap(Ready::process);
        process.ifPresent(EmulatorProcess::end);
        return process.isPresent();
    }

    /** Ends the emulator and deletes everything that it kept. */
    public void reset() {
        stop();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + folder, undeletable);
        }
    }

    /** Where the process writes what it has to say. */
    public Path log() {
        return folder.resolve("emulator.log");
    }

    private Process launch(EmulatorOptions options) {
        PrivateFiles.createFolder(folder);
        // Ctrl-C is for the command that started it: what that command ends remotely needs an emulator that lives.
        List<String> line = new ArrayList<>(OwnSession.starter());
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                EmulatorMain.class.getName()));
        line.addAll(EmulatorMain.arguments(options));
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start a process for the emulator", failed);
        }
    }

    private Ready await(Process process, Instant deadline) {
        while (process.isAlive() && !givenUp && Instant.now().isBefore(deadline)) {
            Optional<Ready> ready = Ready.read(folder).filter(each -> each.pid() == process.pid());
            if (ready.isPresent()) {
                return ready.get();
            }
            waitFor(process, LOOK);
        }
        // What it is installing by now would go on without it.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new IllegalStateException("the emulator did not start; " + log() + " ends with: " + lastLines());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "(unreadable)";
        }
    }

    private static void waitFor(Process process, Duration time) {
        try {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the emulator started", stopped);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the emulator ended", stopped);
        }
    }
}

package io.jenkins.plugins.azml.emulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The children of one emulator, one small file each, so that the next start can end what a killed emulator left behind.
 * A process is known again by its pid together with its start time, and on Linux by a marker in its environment that
 * everything it starts inherits.
 */
public final class Children {
    static final String MARKER = "AZML_EMULATOR_CHILD";
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;
    private final String family;
    private final String generation = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong count = new AtomicLong();

    /** @param folder that belongs to one emulator at a time; made when it is missing */
    public Children(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.family = HexFormat.of().toHexDigits(this.folder.toString().hashCode());
    }

    /** Ends every process that an earlier emulator of this folder left behind, and gives their names. */
    public List<String> endOrphans(Duration grace) {
        List<Child> records = records();
        records.stream()
                .filter(Child::isRunning)
                .forEach(record -> record.tree().end(grace));
        ProcessTree.marked(family + ".").end(grace);
        records.forEach(record -> forget(record.pid()));
        return records.stream().map(Child::name).toList();
    }

    String nextMarker() {
        return family + "." + generation + "." + count.incrementAndGet() + ".";
    }

    void remember(String name, ProcessHandle process, String marker) {
        String start = process.info().startInstant().orElse(Instant.EPOCH).toString();
        try {
            Files.createDirectories(folder);
            Files.write(file(process.pid()), List.of(start, marker, name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot record child process '" + name + "' in " + folder, unwritable);
        }
    }

    void forget(long pid) {
        try {
            Files.deleteIfExists(file(pid));
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + file(pid), undeletable);
        }
    }

    private Path file(long pid) {
        return folder.resolve(pid + ".child");
    }

    private List<Child> records() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".child"))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    private static Optional<Child> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(file.getFileName().toString().replace(".child", ""));
            // A file that was being written when the emulator was killed is short; its process is found by the marker.
            return lines.size() == 3
                    ? Optional.of(new Child(pid, Instant.parse(lines.get(0)), lines.get(1), lines.get(2)))
                    : Optional.of(new Child(pid, Instant.EPOCH, "", "unknown"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private record Child(long pid, Instant start, String marker, String name) {
        boolean isRunning() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .filter(now -> Duration.between(start, now).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                    .isPresent();
        }

        ProcessTree tree() {
            return ProcessTree.of(pid, marker);
        }
    }
}

package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * States as files {@code RUN/state.json} below a folder, readable by their owner alone.
 *
 * <p>A save writes a temporary file, syncs it, renames it over the old one and syncs the folder, so that a crash leaves
 * the old state or the new one.
 */
public final class FileStateStore implements StateStore {
    private static final String STATE = "state.json";
    private static final long MOST_BYTES = 1 << 20;

    private final Path runs;

    public FileStateStore(Path runs) {
        this.runs = runs;
    }

    /** The folder of a run: its state, and whatever else belongs to it. */
    public Path folder(RunId run) {
        return runs.resolve(run.value());
    }

    @Override
    public Optional<Envelope> load(RunId run) {
        Path file = file(run);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new JsonException("it is larger than 1 MiB");
            }
            return Optional.of(Envelope.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonException e) {
            throw Problem.of(
                            ProblemCode.STATE_UNREADABLE,
                            "the saved state " + file + " is unreadable: " + e.getMessage())
                    .asException();
        } catch (IOException e) {
            throw disk("read", file, e);
        }
    }

    @Override
    public synchronized void save(RunId run, Envelope envelope) {
        long saved = load(run).map(Envelope::generation).orElse(-1L);
        if (saved >= envelope.generation()) {
            throw Problem.of(
                            ProblemCode.STATE_IN_USE,
                            "run '" + run + "' is advanced by another process: its saved generation is " + saved
                                    + ", this process wants to save " + envelope.generation())
                    .asException();
        }
        write(folder(run), envelope.toBytes());
    }

    private static void write(Path folder, byte[] bytes) {
        Path file = folder.resolve(STATE);
        try {
            PrivateFiles.createFolders(folder);
            Path temporary = folder.resolve(STATE + ".new");
            Files.deleteIfExists(temporary);
            try (FileChannel out = FileChannel.open(PrivateFiles.create(temporary), StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw disk("write", file, e);
        }
    }

    private Path file(RunId run) {
        return folder(run).resolve(STATE);
    }

    private static ProblemException disk(String verb, Path file, IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.LOCAL_DISK, "could not " + verb + " " + file + ": " + e.getMessage()), e);
    }
}

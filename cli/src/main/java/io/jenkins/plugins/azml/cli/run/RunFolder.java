package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one run: {@code request.json}, copies of the files, and the state that the engine keeps there. */
public final class RunFolder {
    private static final String REQUEST = "request.json";
    private static final String LOCK = "lock";
    private static final String CANCEL = "cancel";

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve(REQUEST));
    }

    /** Keeps a file as it is now. */
    void copy(Path file, String name) {
        try {
            write(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw Problem.of(ProblemCode.FILE_NOT_FOUND, "there is no file '" + file + "'")
                    .asException();
        } catch (IOException e) {
            throw Problem.of(ProblemCode.FILE_NOT_FOUND, "cannot read the file '" + file + "'")
                    .asException();
        }
    }

    /** Written last: a run without it has never begun. */
    void save(RunRecord record) {
        write(REQUEST, (Json.pretty(record.toJson()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    RunRecord record() {
        Path file = folder.resolve(REQUEST);
        try {
            return RunRecord.read(JsonObject.read(Files.readAllBytes(file)));
        } catch (JsonException | java.time.format.DateTimeParseException e) {
            throw Problem.of(
                            ProblemCode.STATE_UNREADABLE,
                            "the saved call " + file + " is unreadable: " + e.getMessage())
                    .asException();
        } catch (IOException e) {
            throw disk("read", file, e);
        }
    }

    /** @param file as the user named it */
    String text(String file, String copy) {
        Path kept = folder.resolve(copy);
        try {
            return Files.readString(kept);
        } catch (CharacterCodingException e) {
            throw Problem.at(Where.of(file), ProblemCode.INVALID_FILE, "the file is not UTF-8 text")
                    .asException();
        } catch (IOException e) {
            throw disk("read", kept, e);
        }
    }

    /** The right to advance the run, or empty while another process has it. */
    Optional<RunLock> lock() {
        try {
            return RunLock.take(folder.resolve(LOCK));
        } catch (IOException e) {
            throw disk("lock", folder, e);
        }
    }

    /** Asks the process that advances the run to cancel it. */
    void askToCancel() {
        write(CANCEL, new byte[0]);
    }

    /** Whether somebody has asked to cancel the run since this was called last. */
    boolean takeAskedToCancel() {
        try {
            return Files.deleteIfExists(folder.resolve(CANCEL));
        } catch (IOException e) {
            throw disk("write", folder, e);
        }
    }

    /** Removes all of it. */
    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw disk("delete", folder, e);
        }
    }

    /** When the run last moved. */
    Instant touched() {
        Path state = folder.resolve("state.json");
        try {
            return Files.getLastModifiedTime(Files.exists(state) ? state : folder.resolve(REQUEST))
                    .toInstant();
        } catch (IOException e) {
            throw disk("read", folder, e);
        }
    }

    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            // The folder is its owner's alone, so nobody reads the file while it is new.
            Path whole = folder.resolve(name + ".new");
            Files.write(whole, content);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw disk("write", file, e);
        }
    }

    private static ProblemException disk(String verb, Path file, IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.LOCAL_DISK, "could not " + verb + " " + file + ": " + e.getMessage()), e);
    }
}

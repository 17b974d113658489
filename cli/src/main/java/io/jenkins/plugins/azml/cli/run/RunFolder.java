package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** The folder of one run: {@code request.json}, copies of the files, and the state that the engine keeps there. */
public final class RunFolder {
    private static final String REQUEST = "request.json";

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

    String text(String copy) {
        Path file = folder.resolve(copy);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw disk("read", file, e);
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

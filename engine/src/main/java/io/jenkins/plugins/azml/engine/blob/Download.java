package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Call.Answer;
import io.jenkins.plugins.azml.engine.rest.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/**
 * Blobs as files below one folder. A file appears whole or not at all; nothing is written through a link, nor outside
 * the folder.
 */
public final class Download {
    private static final int CHUNK = 64 << 10;

    private final Blobs blobs;
    private final Path folder;

    public Download(Blobs blobs, Path folder) {
        this.blobs = blobs;
        this.folder = folder;
    }

    /**
     * Checks the names of a whole download before its first byte.
     *
     * @throws ProblemException REFUSED if one of them may not become a file
     */
    public void check(Collection<String> names) {
        SafeNames.check(names);
    }

    /**
     * Writes a blob to the file of that relative name, replacing an older one.
     *
     * @return the file
     * @throws ProblemException REFUSED for a name that leads elsewhere, LOCAL_DISK if the file cannot be written
     */
    public Path file(BlobUrl blob, String name) {
        SafeNames.check(name);
        Path file = folder.resolve(name);
        makeFolders(file);
        return blobs.stream(blob, answer -> {
            save(answer, file);
            return file;
        });
    }

    private void makeFolders(Path file) {
        try {
            Files.createDirectories(folder);
            Path place = folder;
            for (Path segment : folder.relativize(file.getParent())) {
                place = place.resolve(segment);
                refuseLink(place);
                if (!segment.toString().isEmpty() && !Files.isDirectory(place)) {
                    Files.createDirectory(place);
                }
            }
            refuseLink(file);
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    private static void refuseLink(Path place) {
        if (Files.isSymbolicLink(place)) {
            throw Problem.of(
                            ProblemCode.REFUSED,
                            "will not write through the link '" + place + "'; remove it or choose another folder")
                    .asException();
        }
    }

    private static void save(Answer answer, Path file) throws IOException {
        Path temporary = temporary(file);
        try {
            long length = copy(answer.body(), temporary);
            checkLength(length, answer.headers());
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path temporary(Path file) {
        try {
            return Files.createTempFile(file.getParent(), ".azml-", ".part");
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    private static long copy(InputStream body, Path temporary) throws IOException {
        try (OutputStream out = open(temporary)) {
            return copy(body, out, temporary);
        }
    }

    static long copy(InputStream body, OutputStream out, Path temporary) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            write(out, chunk, read, temporary);
            length += read;
        }
        return length;
    }

    private static OutputStream open(Path temporary) {
        try {
            return Files.newOutputStream(temporary);
        } catch (IOException e) {
            throw disk(temporary, e);
        }
    }

    /** An error here is the disk's, not the network's: it does not pass by asking again. */
    private static void write(OutputStream out, byte[] chunk, int length, Path temporary) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            throw disk(temporary, e);
        }
    }

    private static void checkLength(long length, Headers headers) throws IOException {
        long announced = headers.get("Content-Length").map(RangeAnswer::number).orElse(-1L);
        if (announced >= 0 && announced != length) {
            throw new IOException("the answer ended after " + length + " of " + announced + " bytes");
        }
    }

    private static void move(Path temporary, Path file) {
        try {
            moveWhole(temporary, file);
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    private static void moveWhole(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProblemException disk(Path file, IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        Path folder = file.getParent();
        String why =
                reason == null || reason.equals(file.toString()) ? e.getClass().getSimpleName() : reason;
        String free = folder != null && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) ? freeSpace(folder) : "";
        return new ProblemException(
                Problem.of(ProblemCode.LOCAL_DISK, "could not write '" + file + "': " + why + free), e);
    }

    private static String freeSpace(Path folder) {
        try {
            return " (" + (Files.getFileStore(folder).getUsableSpace() >> 20) + " MiB free there)";
        } catch (IOException e) {
            return "";
        }
    }
}

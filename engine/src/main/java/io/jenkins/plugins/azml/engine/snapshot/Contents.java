package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads the bytes of files, one after the other, into a digest. A checksum is kept of every part, so that the upload
 * notices a file that changed after it was hashed.
 */
final class Contents {
    /** The part of a file that is sent as one request, in bytes; larger files are sent in parts of this size. */
    static final long PART = 64L << 20;

    private static final int CHUNK = 64 << 10;

    private final MessageDigest digest;
    private final byte[] chunk = new byte[CHUNK];

    Contents(MessageDigest digest) {
        this.digest = digest;
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a whole file to the digest and returns the checksums of its parts. */
    List<Long> add(SourceFile file) {
        List<Long> checksums = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file.file())) {
            for (long start = 0; start == 0 || start < file.size(); start += PART) {
                checksums.add(add(file, in, Math.min(PART, file.size() - start)));
            }
            if (in.read() >= 0) {
                throw changed(file.file());
            }
        } catch (IOException e) {
            throw Unreadable.problem(file.file(), e);
        }
        return checksums;
    }

    /** A part's MD5 in Base64, and its checksum. */
    record Part(String md5, long checksum) {}

    static Part part(SourceFile file, long offset, long length) {
        MessageDigest md5 = digest("MD5");
        try (InputStream in = Files.newInputStream(file.file())) {
            in.skipNBytes(offset);
            long checksum = new Contents(md5).add(file, in, length);
            return new Part(Base64.getEncoder().encodeToString(md5.digest()), checksum);
        } catch (IOException e) {
            throw Unreadable.problem(file.file(), e);
        }
    }

    private long add(SourceFile file, InputStream in, long length) throws IOException {
        CRC32C checksum = new CRC32C();
        long left = length;
        while (left > 0) {
            int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                throw changed(file.file());
            }
            digest.update(chunk, 0, read);
            checksum.update(chunk, 0, read);
            left -= read;
        }
        return checksum.getValue();
    }

    static ProblemException changed(Path file) {
        return Problem.of(
                        ProblemCode.CONFLICT,
                        "file '" + file + "' changed while it was hashed or uploaded;"
                                + " stop what writes to it and run again")
                .asException();
    }
}

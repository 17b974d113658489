package io.jenkins.plugins.azml.emulator.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that appear whole or not at all, for their owner alone or for everybody to read. */
public final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Makes a folder, and those above it, that only its owner may enter. */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder, OWNER_FOLDER);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make the folder " + folder, unwritable);
        }
    }

    /** Writes a file that only its owner may read. */
    public static void writePrivate(Path file, String text) {
        write(file, text, "rw-------");
    }

    /** Writes a file that everybody may read. */
    public static void writePublic(Path file, String text) {
        write(file, text, "rw-r--r--");
    }

    private static void write(Path file, String text, String permissions) {
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".new");
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(whole, text, StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(whole, wanted);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }
}

package io.jenkins.plugins.azml.plugin.agent;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A capture as a file system in memory: what reads a spec finds there what lay on the agent, and never meets a file of the
 * controller, whatever path is written in it.
 */
public final class CapturedDisk {
    private final Capture capture;
    private final FileSystem disk;

    public CapturedDisk(Capture capture) {
        this.capture = capture;
        Configuration form = capture.root().startsWith("/") ? Configuration.unix() : Configuration.windows();
        this.disk = Jimfs.newFileSystem(
                form.toBuilder().setWorkingDirectory(capture.root()).build());
        try {
            fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        for (String folder : capture.folders()) {
            Files.createDirectories(disk.getPath(folder));
        }
        for (String file : capture.others()) {
            write(disk.getPath(file), "");
        }
        for (var text : capture.texts().entrySet()) {
            write(disk.getPath(text.getKey()), text.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    /** Where a file of the call is, as the call names it: its paths count from the workspace folder. */
    public Path path(String file) {
        return disk.getPath(file);
    }

    /** What a file of the call said. */
    public String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.files.Trees;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A shell script that runs on its own: what it prints, what it gives and how it ends is in files of a control folder, so
 * that another process can take it up.
 */
final class ShellTask implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WRAPPER = "echo $$ > '%1$s/pid'; exec sh -xe '%1$s/script.sh.copy'%2$s";
    private static final String WRAPPER_WITH_INTERPRETER = "echo $$ > '%1$s/pid'; exec '%1$s/script.sh.copy'%2$s";

    private final String control;
    private final boolean keepsOutput;
    private final long launcher;
    private long read;

    private ShellTask(String control, boolean keepsOutput, long launcher) {
        this.control = control;
        this.keepsOutput = keepsOutput;
        this.launcher = launcher;
    }

    /** @param keepsOutput whether standard output is kept for the step's value, and only errors are printed */
    static ShellTask start(Path directory, String script, Map<String, String> environment, boolean keepsOutput)
            throws IOException {
        Files.createDirectories(directory);
        Path control = Path.of(directory + "@tmp")
                .resolve("durable-" + UUID.randomUUID().toString().substring(0, 8));
        Files.createDirectories(control);
        Path file = control.resolve("script.sh.copy");
        Files.writeString(file, script);
        Files.createFile(control.resolve("log"));
        boolean interpreter = script.startsWith("#!");
        if (interpreter && !file.toFile().setExecutable(true)) {
            throw new IOException("the script " + file + " cannot be made executable");
        }
        String run = (interpreter ? WRAPPER_WITH_INTERPRETER : WRAPPER)
                .formatted(quoted(control), keepsOutput ? " > '" + quoted(control) + "/output'" : "");
        // The outer shell reports a killed script, as the one of Jenkins does, and outlives this process.
        String outer = "sh -c \"$1\"; echo $? > '" + quoted(control) + "/result.tmp'; mv '" + quoted(control)
                + "/result.tmp' '" + quoted(control) + "/result'";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", outer, "sh", run)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(control.resolve("log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ShellTask(control.toString(), keepsOutput, builder.start().pid());
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "'\\''");
    }

    private Path file(String name) {
        return Path.of(control, name);
    }

    /** Calls back when the script has ended, or at once where nobody is there to tell. */
    void whenEnded(Runnable action) {
        ProcessHandle.of(launcher)
                .ifPresentOrElse(shell -> shell.onExit().thenRun(action).isDone(), action);
    }

    /** Reads what was printed since the last call. */
    byte[] readOn() throws IOException {
        if (isClearedAway()) {
            return new byte[0];
        }
        try (RandomAccessFile log = new RandomAccessFile(file("log").toFile(), "r")) {
            log.seek(read);
            byte[] bytes = new byte[(int) Math.min(log.length() - read, 1 << 20)];
            log.readFully(bytes);
            read += bytes.length;
            return bytes;
        }
    }

    /** The exit code, once there is one. A script that is gone without a word has ended with -1. */
    OptionalInt result() throws IOException {
        if (Files.exists(file("result"))) {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(file("result")).strip()));
        }
        boolean gone = ProcessHandle.of(launcher).isEmpty();
        return gone && !Files.exists(file("result")) ? OptionalInt.of(-1) : OptionalInt.empty();
    }

    /** What the script wrote to standard output. */
    byte[] output() throws IOException {
        return keepsOutput && !isClearedAway() ? Files.readAllBytes(file("output")) : new byte[0];
    }

    /** Whether its end was seen by a process that was killed before it saved that. */
    private boolean isClearedAway() {
        return !Files.exists(file("log"));
    }

    boolean keepsOutput() {
        return keepsOutput;
    }

    /** Asks the script and all that it started to end. */
    void terminate() throws IOException {
        if (!Files.exists(file("pid"))) {
            return;
        }
        long pid = Long.parseLong(Files.readString(file("pid")).strip());
        ProcessHandle.of(pid).ifPresent(script -> {
            List<ProcessHandle> all =
                    Stream.concat(script.descendants(), Stream.of(script)).toList();
            all.forEach(ProcessHandle::destroy);
        });
    }

    void cleanUp() throws IOException {
        Trees.delete(Path.of(control));
    }
}

package io.jenkins.plugins.azml.emulator.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process in a session of its own that ends with everything it started: when it exits, when its time is over,
 * when it is cancelled, when it is closed.
 */
public final class BoundedProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Why a process is over. */
    public enum End {
        EXITED,
        TIMED_OUT,
        CANCELLED
    }

    /** @param exitCode as the system gives it; of a process that was ended by a signal 128 and the signal's number */
    public record Result(End end, int exitCode) {
        public boolean succeeded() {
            return end == End.EXITED && exitCode == 0;
        }
    }

    private final Process process;
    private final ProcessTree tree;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private volatile End end = End.EXITED;

    private BoundedProcess(Process process, ProcessTree tree) {
        this.process = process;
        this.tree = tree;
    }

    /**
     * Starts the command.
     *
     * @param output gets standard output and error together
     * @throws UncheckedIOException when the program cannot be started
     */
    public static BoundedProcess start(Command command, Children children, Output output) {
        String marker = children.nextMarker();
        Process process = launch(command, marker);
        children.remember(command.name(), process.toHandle(), marker);
        var bounded = new BoundedProcess(process, ProcessTree.of(process.pid(), marker));
        Thread reader = daemon(command + " output", () -> bounded.read(output.cappedAt(command.outputLimit())));
        daemon(command + " watch", () -> bounded.watch(command, reader, children));
        return bounded;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static Process launch(Command command, String marker) {
        List<String> line = new ArrayList<>(OwnSession.starter());
        line.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment().put(Children.MARKER, marker);
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException("cannot start " + command.name(), notStarted);
        }
    }

    private void watch(Command command, Thread reader, Children children) {
        try {
            if (command.limit().isPresent()
                    && !process.waitFor(command.limit().get().toMillis(), TimeUnit.MILLISECONDS)) {
                end(End.TIMED_OUT, GRACE);
            }
            int exitCode = process.waitFor();
            // What the child left behind would keep the pipe open.
            tree.kill();
            reader.join();
            children.forget(process.pid());
            result.complete(new Result(end, exitCode));
        } catch (InterruptedException | RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }

    private void read(Output output) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                output.write(Arrays.copyOf(buffer, count));
            }
        } catch (IOException | RuntimeException notTaken) {
            tree.kill();
            result.completeExceptionally(notTaken);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process is over and all its output was delivered. */
    public CompletableFuture<Result> result() {
        return result;
    }

    /** Runs the task when the process is over, on a thread of its own. */
    public void onEnd(Runnable task) {
        daemon("end of process " + pid(), () -> {
            result.handle((result, error) -> true).join();
            task.run();
        });
    }

    /** Waits for the end. */
    public Result await() {
        return result.join();
    }

    /** Asks the whole tree to end and kills what is left after the grace. Returns when it is gone; repeatable. */
    public void cancel(Duration grace) {
        end(End.CANCELLED, grace);
    }

    private synchronized void end(End why, Duration grace) {
        if (process.isAlive()) {
            end = end == End.EXITED ? why : end;
            tree.end(grace);
        }
    }

    @Override
    public void close() {
        cancel(GRACE);
        result.exceptionally(error -> new Result(end, -1)).join();
    }
}

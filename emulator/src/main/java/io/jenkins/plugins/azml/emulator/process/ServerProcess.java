package io.jenkins.plugins.azml.emulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A child that listens on a port of its own choice and prints the address when it does. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final int KEPT_OUTPUT = 256 * 1024;

    private final String name;
    private final TailOutput output = new TailOutput(KEPT_OUTPUT);
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final BoundedProcess process;

    /** @param listens finds the line of the address, which is its first group */
    private ServerProcess(Command command, Children children, Pattern listens) {
        this.name = command.name();
        this.process = BoundedProcess.start(command, children, bytes -> take(bytes, listens));
        process.onEnd(this::ended);
    }

    /**
     * Starts the server and returns at once.
     *
     * @param listens finds the line of the address, which is its first group
     */
    public static ServerProcess start(Command command, Children children, Pattern listens) {
        return new ServerProcess(command, children, listens);
    }

    private void take(byte[] bytes, Pattern listens) {
        output.write(bytes);
        if (!address.isDone()) {
            Matcher matcher = listens.matcher(output.text());
            if (matcher.find()) {
                address.complete(URI.create(matcher.group(1)));
            }
        }
    }

    private void ended() {
        address.completeExceptionally(
                new IOException("it ended: " + output.lastLines(1).strip()));
    }

    /**
     * Waits until it listens.
     *
     * @throws UncheckedIOException that says why it does not; the process is over then
     */
    public URI awaitAddress(Duration limit) {
        try {
            return address.copy()
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            close();
            String why = failed.getCause() instanceof IOException ended
                    ? String.valueOf(ended.getMessage())
                    : "no answer after " + limit.toSeconds() + " s";
            throw new UncheckedIOException(new IOException(name + " does not start: " + why, failed.getCause()));
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it wrote, oldest first, each with its line end. */
    public String lastLines(int lines) {
        return output.lastLines(lines);
    }

    @Override
    public void close() {
        process.cancel(STOP_GRACE);
        process.close();
    }
}

package io.jenkins.plugins.azml.engine.rest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * An answer's bytes as they come. Reading fails if they end before the announced length, which {@code
 * HttpURLConnection} does not notice, or if they dribble: a server that sends a byte a second keeps every read within
 * its deadline for ever. Closing reads what little is left, so that the connection can be used again.
 */
final class AnswerBody extends FilterInputStream {
    private static final int WORTH_DRAINING = 64 << 10;
    private static final long SLOWEST_BYTES_PER_SECOND = 1024;

    private final long announced;
    private final Duration patience;
    private final LongSupplier nanos;
    private long received;
    private long waitedNanos;
    private boolean usable = true;

    /**
     * @param announced the length in bytes, or -1 if none was announced
     * @param patience how long reading may take on top of a second for each KiB
     */
    AnswerBody(InputStream in, long announced, Duration patience, LongSupplier nanos) {
        super(in);
        this.announced = announced;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = nanos.getAsLong();
        try {
            int count = in.read(buffer, offset, length);
            waitedNanos += nanos.getAsLong() - start;
            return checked(count);
        } catch (IOException e) {
            usable = false;
            throw e;
        }
    }

    private int checked(int count) throws IOException {
        if (count == -1) {
            if (received < announced) {
                throw new EOFException("the answer ends after " + received + " of " + announced + " bytes");
            }
            return -1;
        }
        received += count;
        Duration allowed = patience.plusSeconds(received / SLOWEST_BYTES_PER_SECOND);
        if (waitedNanos > allowed.toNanos()) {
            throw new SocketTimeoutException(
                    "the answer comes too slowly: " + received + " bytes in " + waitedNanos / 1_000_000_000 + " s");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            if (usable) {
                drain();
            }
        } catch (IOException e) {
            usable = false;
        } finally {
            in.close();
        }
    }

    private void drain() throws IOException {
        byte[] rest = new byte[8192];
        int drained = 0;
        int count = 0;
        while (count != -1 && drained < WORTH_DRAINING) {
            count = read(rest);
            drained += count;
        }
    }
}

package io.jenkins.plugins.azml.engine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer's bytes from {@code java.net.http}, each read within a deadline; the JDK's own stream waits for ever. */
final class TimedBody implements BodySubscriber<InputStream> {
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Duration deadline;
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    /** What came: bytes, or with none of them the end, by a failure or without one. */
    private record Arrival(List<ByteBuffer> bytes, @Nullable Throwable failure) {}

    TimedBody(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(new Reader());
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        if (closed) {
            subscribed.cancel();
        } else {
            subscribed.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrivals.add(new Arrival(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), null));
    }

    private synchronized void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private synchronized void end() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private final class Reader extends InputStream {
        private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            ByteBuffer next = next();
            if (next == null) {
                return -1;
            }
            int count = Math.min(length, next.remaining());
            next.get(buffer, offset, count);
            return count;
        }

        private @Nullable ByteBuffer next() throws IOException {
            while (!ended && (waiting.isEmpty() || !waiting.element().hasRemaining())) {
                if (waiting.poll() == null) {
                    await();
                }
            }
            return waiting.peek();
        }

        private void await() throws IOException {
            Arrival arrival = poll();
            if (arrival == null) {
                close();
                throw new SocketTimeoutException("no byte of the answer came within " + deadline.toSeconds() + " s");
            }
            if (arrival.failure() != null) {
                throw new IOException(arrival.failure().getMessage(), arrival.failure());
            }
            ended = arrival.bytes().isEmpty();
            waiting.addAll(arrival.bytes());
            if (!ended) {
                more();
            }
        }

        private @Nullable Arrival poll() throws InterruptedIOException {
            try {
                return arrivals.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading an answer");
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}

package io.jenkins.plugins.azml.emulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes replies, whole or as a fault wants them. */
final class Delivering implements AutoCloseable {
    private static final int NO_BODY = -1;

    private final CountDownLatch closed = new CountDownLatch(1);

    void deliver(HttpExchange exchange, Reply reply) throws IOException {
        Delivery delivery = reply.delivery();
        if (delivery instanceof Delivery.Silent) {
            wait(300);
        } else if (delivery instanceof Delivery.Reset reset) {
            begin(exchange, reply, reset.bytes());
        } else if (delivery instanceof Delivery.Truncated truncated) {
            begin(exchange, reply, Math.max(1, truncated.bytes()));
        } else if (delivery instanceof Delivery.Slow) {
            slowly(exchange, reply);
        } else {
            whole(exchange, reply);
        }
    }

    /** Ends what would wait for longer. */
    @Override
    public void close() {
        closed.countDown();
    }

    private static void whole(HttpExchange exchange, Reply reply) throws IOException {
        head(exchange, reply);
        boolean withoutBody = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), withoutBody ? NO_BODY : reply.body().length);
        if (!withoutBody) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** The announced length is that of the whole body; closing the exchange before its end cuts the connection. */
    private static void begin(HttpExchange exchange, Reply reply, int bytes) throws IOException {
        if (bytes == 0) {
            return;
        }
        head(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), Math.max(reply.body().length, bytes + 1));
        OutputStream stream = exchange.getResponseBody();
        stream.write(reply.body(), 0, Math.min(bytes, reply.body().length));
        stream.flush();
    }

    private void slowly(HttpExchange exchange, Reply reply) throws IOException {
        head(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? NO_BODY : reply.body().length);
        OutputStream stream = exchange.getResponseBody();
        for (byte each : reply.body()) {
            stream.write(each);
            stream.flush();
            if (wait(1)) {
                return;
            }
        }
    }

    private static void head(HttpExchange exchange, Reply reply) {
        reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    }

    /** Whether the server was closed meanwhile. */
    private boolean wait(int seconds) {
        try {
            return closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

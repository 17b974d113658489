package io.jenkins.plugins.azml.emulator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Query;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A server on loopback that hands whole requests on. */
public final class LoopbackServer implements AutoCloseable {
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int MOST_THREADS = 400;
    private static final int BACKLOG = 512;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Delivering delivering = new Delivering();
    private final Function<Request, Reply> requests;

    private LoopbackServer(HttpServer server, Function<Request, Reply> requests) {
        this.server = server;
        this.requests = requests;
        this.threads = new ThreadPoolExecutor(4, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "emulator-request");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to listen.
     *
     * @param port 0: any that is free
     * @param tls empty: plain http
     * @throws UncheckedIOException that names the port when it is taken
     */
    public static LoopbackServer start(int port, Optional<SSLContext> tls, Function<Request, Reply> requests) {
        LoopbackServer started = new LoopbackServer(bound(port, tls), requests);
        started.server.createContext("/", started::answer);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        delivering.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bound(int port, Optional<SSLContext> tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            if (tls.isEmpty()) {
                return HttpServer.create(address, BACKLOG);
            }
            HttpsServer secure = HttpsServer.create(address, BACKLOG);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            return secure;
        } catch (BindException taken) {
            throw new UncheckedIOException("port " + port + " is taken by another process; choose another", taken);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot listen on port " + port, failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Reply reply = body.length > LARGEST_BODY
                    ? new ArmError(
                                    413,
                                    "RequestEntityTooLarge",
                                    "A body of more than " + LARGEST_BODY + " bytes is not taken.")
                            .reply()
                    : reply(exchange, body);
            delivering.deliver(exchange, reply);
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        try {
            return requests.apply(new Request(
                    exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                    path(exchange),
                    Query.parse(exchange.getRequestURI().getRawQuery()),
                    Headers.of(exchange.getRequestHeaders()),
                    body));
        } catch (ArmError refusal) {
            return refusal.reply();
        }
    }

    private static String path(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}

package io.jenkins.plugins.azml.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves bare repositories on loopback, as plain files: Git's oldest protocol over HTTP, for reading alone. */
final class GitServer implements AutoCloseable {
    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private GitServer(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    static GitServer start(Path root) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            GitServer server = new GitServer(root.toRealPath(), http);
            http.createContext("/", server::serve);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where clients find the repository in this folder below the root. */
    URI url(String repository) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = root.resolve("." + exchange.getRequestURI().getPath()).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}

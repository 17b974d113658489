package io.jenkins.plugins.azml.engine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Sends one request and gives the answer as it comes: no redirect is followed, no write is sent twice (the JDK may repeat
 * a GET whose connection died). Safe for many threads.
 */
@FunctionalInterface
public interface Transport {
    /**
     * Sends a request.
     *
     * @throws NotSentException if the request surely did not reach the service
     * @throws IOException if no whole answer came; the request may have done its work
     */
    Response send(Request request) throws IOException;

    /**
     * One request.
     *
     * @param deadline how long connecting, and each read, may take
     */
    record Request(String method, URI url, Map<String, String> headers, Body body, Duration deadline) {}

    /** One answer; its body is to be closed. */
    record Response(int status, Headers headers, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** The request surely did not reach the service: nothing listens, no such host, the certificate is not trusted. */
    final class NotSentException extends IOException {
        private static final long serialVersionUID = 1L;

        public NotSentException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

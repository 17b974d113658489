package io.jenkins.plugins.azml.scenarios.memory;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine's transport straight into an emulator: what a network does to an answer, without a network. */
public final class EmulatorTransport implements Transport {
    private final InMemoryEmulator emulator;

    public EmulatorTransport(InMemoryEmulator emulator) {
        this.emulator = emulator;
    }

    @Override
    public Response send(Request request) throws IOException {
        return received(emulator.handle(translated(request)), request.method().equals("HEAD"));
    }

    private static io.jenkins.plugins.azml.emulator.http.Request translated(Request request) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Host", List.of(request.url().getRawAuthority()));
        try (InputStream body = request.body().open()) {
            byte[] bytes = body.readNBytes(Math.toIntExact(request.body().length()));
            headers.put("Content-Length", List.of(String.valueOf(bytes.length)));
            return new io.jenkins.plugins.azml.emulator.http.Request(
                    request.method(),
                    request.url().getRawPath(),
                    query(request.url()),
                    io.jenkins.plugins.azml.emulator.http.Headers.of(headers),
                    bytes);
        }
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new HashMap<>();
        if (url.getRawQuery() != null) {
            for (String parameter : url.getRawQuery().split("&")) {
                int at = parameter.indexOf('=');
                query.putIfAbsent(
                        decoded(at < 0 ? parameter : parameter.substring(0, at)),
                        at < 0 ? "" : decoded(parameter.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Response received(Reply reply, boolean head) throws IOException {
        Delivery delivery = reply.delivery();
        if (delivery instanceof Delivery.Silent || delivery instanceof Delivery.Slow) {
            throw new IOException("Read timed out");
        }
        if (delivery instanceof Delivery.Reset reset && reset.bytes() == 0) {
            throw new IOException("Connection reset");
        }
        Map<String, String> headers = new HashMap<>();
        reply.headers().forEach((name, values) -> headers.put(name, values.get(values.size() - 1)));
        headers.putIfAbsent("Content-Length", String.valueOf(reply.body().length));
        return new Response(reply.status(), new Headers(headers), head ? InputStream.nullInputStream() : body(reply));
    }

    private static InputStream body(Reply reply) {
        if (reply.delivery() instanceof Delivery.Reset reset) {
            return new BrokenBody(reply.body(), reset.bytes(), "Connection reset");
        }
        if (reply.delivery() instanceof Delivery.Truncated truncated) {
            return new BrokenBody(reply.body(), truncated.bytes(), "Premature EOF");
        }
        return new ByteArrayInputStream(reply.body());
    }

    /** Gives some bytes, then fails. */
    private static final class BrokenBody extends InputStream {
        private final byte[] bytes;
        private final int good;
        private final String failure;
        private int at;

        BrokenBody(byte[] bytes, int good, String failure) {
            this.bytes = bytes;
            this.good = Math.min(good, bytes.length);
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (at >= good) {
                throw new IOException(failure);
            }
            return bytes[at++] & 0xff;
        }
    }
}

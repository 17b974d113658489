package io.jenkins.plugins.azml.plugin;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
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

/** The way into the emulator in memory. At a chosen call the controller is killed: before the call, or after it. */
public final class MemoryTransport implements Transport {
    private final InMemoryEmulator emulator;
    private int calls;
    private int fatal = -1;
    private boolean after;
    private boolean dead;
    private boolean lists = true;
    private Transport resources;

    public MemoryTransport(InMemoryEmulator emulator) {
        this.emulator = emulator;
    }

    /** Ends the controller that calls. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the controller is killed", null, false, false);
        }
    }

    /** From now on something else answers for the resources of Azure. */
    void resourcesAnswer(Transport other) {
        resources = other;
    }

    /** From now on no container is listed. */
    void withoutLists() {
        lists = false;
    }

    int calls() {
        return calls;
    }

    void killAt(int call, boolean afterIt) {
        fatal = call;
        after = afterIt;
    }

    /** Whether the controller has been killed; another one is started then. */
    boolean wasKilled() {
        boolean killed = dead;
        dead = false;
        return killed;
    }

    @Override
    public Response send(Request request) throws IOException {
        if (resources != null && request.url().getPath().startsWith("/subscriptions/")) {
            return resources.send(request);
        }
        if (!lists && String.valueOf(request.url().getQuery()).contains("comp=list")) {
            throw new IOException("Connection reset");
        }
        int call = calls++;
        dead |= call == fatal;
        if (dead && !(call == fatal && after)) {
            throw new Killed();
        }
        Reply reply = emulator.handle(translated(request));
        if (dead) {
            throw new Killed();
        }
        Map<String, String> headers = new HashMap<>();
        reply.headers().forEach((name, values) -> headers.put(name, values.get(values.size() - 1)));
        headers.putIfAbsent("Content-Length", String.valueOf(reply.body().length));
        boolean head = request.method().equals("HEAD");
        return new Response(
                reply.status(),
                new Headers(headers),
                head ? InputStream.nullInputStream() : new ByteArrayInputStream(reply.body()));
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
}

package io.jenkins.plugins.azml.engine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends by {@link HttpURLConnection}, for short-lived processes. A request that writes goes out with a fixed length, for
 * only then does the JDK never send it again by itself. The price: of a 401 to a write the JDK keeps no body.
 */
public final class UrlConnectionTransport implements Transport {
    /** Keeps the JVM's own authenticator out: it may hold passwords of others. */
    private static final Authenticator NOBODY = new Authenticator() {};

    private final Network network;
    private @Nullable SSLSocketFactory direct;
    private @Nullable SSLSocketFactory tunnels;

    public UrlConnectionTransport(Network network) {
        this.network = network;
    }

    @Override
    public Response send(Request request) throws IOException {
        Optional<HttpProxy> proxy = network.proxies().of(request.url());
        HttpURLConnection connection = prepared(request, proxy);
        try {
            connection.connect();
        } catch (IOException e) {
            connection.disconnect();
            throw NotSent.whileConnecting(e, request.url(), proxy, request.deadline());
        }
        try {
            write(connection, request.body());
            return answer(connection, request);
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private HttpURLConnection prepared(Request request, Optional<HttpProxy> proxy) throws IOException {
        HttpURLConnection connection = opened(request.url(), proxy);
        connection.setRequestMethod(request.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setAuthenticator(NOBODY);
        int millis = (int) Math.min(request.deadline().toMillis(), Integer.MAX_VALUE);
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        head(request).forEach(connection::setRequestProperty);
        if (!looksOnly(request.method())) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(request.body().length());
        }
        return connection;
    }

    private HttpURLConnection opened(URI url, Optional<HttpProxy> proxy) throws IOException {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        Proxy hop = tls ? Proxy.NO_PROXY : proxy.map(HttpProxy::asProxy).orElse(Proxy.NO_PROXY);
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(hop);
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(proxy.isPresent() ? tunnels(proxy.get()) : direct());
        } else {
            proxy.flatMap(HttpProxy::authorization)
                    .ifPresent(value -> connection.setRequestProperty("Proxy-Authorization", value));
        }
        return connection;
    }

    /** The same object each time: connections are used again by socket factory. */
    private synchronized SSLSocketFactory direct() {
        if (direct == null) {
            direct = network.trust().context().getSocketFactory();
        }
        return direct;
    }

    private synchronized SSLSocketFactory tunnels(HttpProxy proxy) {
        if (tunnels == null) {
            tunnels = new TunnelSockets(direct(), proxy, network.userAgent());
        }
        return tunnels;
    }

    private Map<String, String> head(Request request) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("Accept", "*/*");
        head.put("User-Agent", network.userAgent());
        if (!looksOnly(request.method())) {
            // Else the JDK says that it sends a form.
            head.put("Content-Type", "application/octet-stream");
        }
        head.putAll(request.headers());
        return head;
    }

    private static boolean looksOnly(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static void write(HttpURLConnection connection, Body body) throws IOException {
        if (connection.getDoOutput()) {
            try (InputStream from = body.open();
                    OutputStream to = connection.getOutputStream()) {
                from.transferTo(to);
            }
        }
    }

    private static Response answer(HttpURLConnection connection, Request request) throws IOException {
        int status = connection.getResponseCode();
        if (status == -1) {
            throw new IOException("the answer is not HTTP");
        }
        InputStream content = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        boolean hasNone = content == null || request.method().equals("HEAD") || status == 204 || status == 304;
        InputStream body = new AnswerBody(
                hasNone ? InputStream.nullInputStream() : content,
                hasNone ? -1 : connection.getContentLengthLong(),
                request.deadline(),
                System::nanoTime);
        return new Response(status, headers(connection), body);
    }

    private static Headers headers(HttpURLConnection connection) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; connection.getHeaderFieldKey(i) != null; i++) {
            fields.put(connection.getHeaderFieldKey(i), connection.getHeaderField(i));
        }
        return new Headers(fields);
    }
}

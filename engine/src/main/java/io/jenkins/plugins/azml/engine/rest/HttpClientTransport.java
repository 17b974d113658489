package io.jenkins.plugins.azml.engine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends by {@code java.net.http}, for hosts that live on: many requests wait at few threads. */
public final class HttpClientTransport implements Transport {
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final int THREADS = 2;
    private static final long SLOWEST_UPLOAD_BYTES_PER_SECOND = 16 << 10;

    private final Network network;
    private @Nullable HttpClient client;

    public HttpClientTransport(Network network) {
        this.network = network;
    }

    @Override
    public Response send(Request request) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    client().send(prepared(request), head -> new TimedBody(request.deadline()));
            return new Response(answer.statusCode(), headers(answer), body(answer, request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (IOException e) {
            throw NotSent.surely(e)
                    ? NotSent.whileConnecting(
                            e, request.url(), network.proxies().of(request.url()), connecting(request))
                    : e;
        }
    }

    private static Duration connecting(Request request) {
        return request.deadline().compareTo(CONNECTING) < 0 ? request.deadline() : CONNECTING;
    }

    /** Instead of the client's own, which has a thread for each answer that comes at the same time. */
    private static Executor few() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpClientTransport::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "azml-http");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .executor(few())
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECTING)
                    .sslContext(network.trust().context())
                    .proxy(new Selector(network.proxies()))
                    .build();
        }
        return client;
    }

    private HttpRequest prepared(Request request) {
        // This timeout ends with the answer's head, so it spans the sending of the body.
        Duration deadline = request.deadline().plusSeconds(request.body().length() / SLOWEST_UPLOAD_BYTES_PER_SECOND);
        HttpRequest.Builder prepared = HttpRequest.newBuilder(request.url())
                .timeout(deadline)
                .method(request.method(), publisher(request.body()));
        head(request).forEach(prepared::setHeader);
        return prepared.build();
    }

    private Map<String, String> head(Request request) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("Accept", "*/*");
        head.put("User-Agent", network.userAgent());
        head.putAll(request.headers());
        return head;
    }

    private static BodyPublisher publisher(Body body) {
        if (body.length() == 0) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> opened(body));
        return BodyPublishers.fromPublisher(stream, body.length());
    }

    private static InputStream opened(Body body) {
        try {
            return body.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream body(HttpResponse<InputStream> answer, Request request) {
        boolean hasNone = request.method().equals("HEAD") || answer.statusCode() == 204 || answer.statusCode() == 304;
        long announced = hasNone
                ? -1
                : answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        return new AnswerBody(answer.body(), announced, request.deadline(), System::nanoTime);
    }

    private static Headers headers(HttpResponse<?> answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
        return new Headers(fields);
    }

    /** Our proxies as the JDK asks for them. */
    private static final class Selector extends ProxySelector {
        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI url) {
            return List.of(proxies.of(url).map(HttpProxy::asProxy).orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI url, SocketAddress proxy, IOException failure) {
            // The request fails by itself.
        }
    }
}

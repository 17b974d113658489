package io.jenkins.plugins.azml.engine.credential;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Our transport as azure-core wants one, so that azure-identity knows our proxies and authorities. */
final class AzureHttp implements HttpClient {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Transport transport;

    AzureHttp(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try (Transport.Response answer = transport.send(translated(request))) {
            return new Answer(request, answer, answer.body().readNBytes(LONGEST_ANSWER));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Transport.Request translated(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.getHeaders().toMap());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Host"));
        BinaryData content = request.getBodyAsBinaryData();
        return new Transport.Request(
                request.getHttpMethod().toString(),
                URI.create(request.getUrl().toString()),
                headers,
                content == null ? Body.none() : Body.of(content.toBytes()),
                DEADLINE);
    }

    private static final class Answer extends HttpResponse {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] body;

        Answer(HttpRequest request, Transport.Response answer, byte[] body) {
            super(request);
            this.status = answer.status();
            this.headers = new HttpHeaders(answer.headers().fields());
            this.body = body;
        }

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        @Deprecated
        public @Nullable String getHeaderValue(String name) {
            return headers.toMap().get(name);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public BinaryData getBodyAsBinaryData() {
            return BinaryData.fromBytes(body);
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.just(ByteBuffer.wrap(body));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(body);
        }

        @Override
        public Mono<String> getBodyAsString() {
            return getBodyAsString(StandardCharsets.UTF_8);
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just(new String(body, charset));
        }
    }
}

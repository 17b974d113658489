package io.jenkins.plugins.azml.emulator.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The Blob requests that the emulator itself sends to an account whose name is the first part of the path. */
final class BlobClient {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final URI server;
    private final String account;
    private final SharedKey key;
    private final HttpClient http;

    BlobClient(URI server, String account, SharedKey key, SSLContext trust) {
        this.server = server;
        this.account = account;
        this.key = key;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    void createContainer(String container) {
        var request = new Call("PUT", container, "").query("restype", "container");
        expect(request, send(request), 201, 409);
    }

    void put(String container, String blob, byte[] content) {
        var request = new Call("PUT", container, blob).header("x-ms-blob-type", "BlockBlob");
        expect(request, send(request, BodyPublishers.ofByteArray(content)), 201);
    }

    void upload(String container, String blob, Path file) throws IOException {
        var request = new Call("PUT", container, blob).header("x-ms-blob-type", "BlockBlob");
        // A publisher of a file has no length when the file is empty.
        expect(
                request,
                send(request, Files.size(file) == 0 ? BodyPublishers.noBody() : BodyPublishers.ofFile(file)),
                201);
    }

    void append(String container, String blob, byte[] content) {
        var block = new Call("PUT", container, blob).query("comp", "appendblock");
        var answer = send(block, BodyPublishers.ofByteArray(content));
        if (answer.statusCode() == 404) {
            var create = new Call("PUT", container, blob).header("x-ms-blob-type", "AppendBlob");
            expect(create, send(create), 201);
            answer = send(block, BodyPublishers.ofByteArray(content));
        }
        expect(block, answer, 201);
    }

    Optional<byte[]> read(String container, String blob) {
        var request = new Call("GET", container, blob);
        var answer = send(request);
        expect(request, answer, 200, 404);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(answer.body());
    }

    boolean download(String container, String blob, Path file) throws IOException {
        var request = new Call("GET", container, blob);
        HttpResponse<InputStream> answer = exchange(request, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 404) {
                return false;
            }
            request.check(answer.statusCode(), 200);
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }

    void delete(String container, String blob) {
        var request = new Call("DELETE", container, blob);
        expect(request, send(request), 202, 404);
    }

    List<BlobItem> list(String container, String prefix) {
        List<BlobItem> all = new ArrayList<>();
        String marker = "";
        do {
            var request = new Call("GET", container, "")
                    .query("restype", "container")
                    .query("comp", "list")
                    .query("prefix", prefix)
                    .query("marker", marker);
            var answer = send(request);
            expect(request, answer, 200);
            BlobListing page = BlobListing.parse(answer.body());
            all.addAll(page.blobs());
            marker = page.nextMarker();
        } while (!marker.isEmpty());
        return all;
    }

    private HttpResponse<byte[]> send(Call call) {
        return send(call, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> send(Call call, BodyPublisher body) {
        return exchange(call, body, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(Call call, BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(call.request(body), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot " + call, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("interrupted: " + call, new IOException(interrupted));
        }
    }

    private static void expect(Call call, HttpResponse<?> answer, int... accepted) {
        call.check(answer.statusCode(), accepted);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private final class Call {
        private final String method;
        private final String path;
        private final SortedMap<String, String> query = new TreeMap<>();
        private final Map<String, String> headers = new TreeMap<>();

        Call(String method, String container, String blob) {
            this.method = method;
            this.path = "/" + account + "/" + container + (blob.isEmpty() ? "" : "/" + encodePath(blob));
        }

        private static String encodePath(String blob) {
            return Arrays.stream(blob.split("/", -1)).map(BlobClient::encode).collect(Collectors.joining("/"));
        }

        Call query(String name, String value) {
            query.put(name, value);
            return this;
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        HttpRequest request(BodyPublisher body) {
            headers.put("x-ms-version", SharedKey.VERSION);
            headers.put("x-ms-date", HTTP_DATE.format(Clock.systemUTC().instant()));
            String authorization = key.authorization(method, path, query, headers, Math.max(0, body.contentLength()));
            var builder = HttpRequest.newBuilder(URI.create(server + path + queryText()))
                    .method(method, body)
                    .timeout(PATIENCE)
                    .header("Authorization", authorization);
            headers.forEach(builder::header);
            return builder.build();
        }

        private String queryText() {
            return query.entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                    .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        }

        void check(int status, int... accepted) {
            if (Arrays.stream(accepted).noneMatch(one -> one == status)) {
                throw new UncheckedIOException(new IOException("the blob server answered " + status + " to " + this));
            }
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}

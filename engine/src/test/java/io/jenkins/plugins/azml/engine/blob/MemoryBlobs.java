package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A blob service in memory: one container, checked MD5, no ranges. What it was asked is kept. */
public final class MemoryBlobs implements Transport {
    public static final String CONTAINER = "https://account.blob.example/fresh";
    private static final String GRANT = "sv=2021&sig=c2VjcmV0LXNpZ25hdHVyZQ%3D%3D";
    private static final Pattern BLOCK = Pattern.compile("<Latest>([^<]+)</Latest>");

    private final Map<String, byte[]> content = new TreeMap<>();
    private final Map<String, Map<String, String>> metadata = new HashMap<>();
    private final Map<String, byte[]> blocks = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private Predicate<String> failing = request -> false;
    private Function<Request, Runnable> before = request -> () -> {};

    public Blobs blobs() {
        return blobs(this);
    }

    /** Blob requests over any double. */
    public static Blobs blobs(Transport transport) {
        Budget budget = new Budget(1_000_000, 1_000_000);
        return new Blobs(new Pipeline(
                transport,
                fresh -> {
                    throw new AssertionError("a blob request asked for a token");
                },
                new Hosts(Set.of(), Set.of()),
                budget,
                () -> Instant.EPOCH));
    }

    public BlobUrl container() {
        return BlobUrl.of(CONTAINER + "?" + GRANT);
    }

    public void fail(Predicate<String> requests) {
        failing = requests;
    }

    public void beforeEach(Function<Request, Runnable> action) {
        before = action;
    }

    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized void forgetRequests() {
        requests.clear();
    }

    public synchronized Map<String, byte[]> content() {
        return content;
    }

    public synchronized Map<String, String> metadata(String blob) {
        return metadata.getOrDefault(blob, Map.of());
    }

    @Override
    public synchronized Response send(Request request) throws IOException {
        String name = URLDecoder.decode(
                request.url().getRawPath().replaceFirst("^/fresh/?", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        String query = request.url().getRawQuery().replace(GRANT, "").replaceAll("&$", "");
        String line = request.method() + " " + name + (query.isEmpty() ? "" : "?" + query);
        requests.add(line);
        before.apply(request).run();
        if (failing.test(line)) {
            return answer(503, "", Map.of());
        }
        return switch (request.method()) {
            case "HEAD" -> head(name);
            case "GET" -> query.contains("comp=list") ? list(query) : get(name);
            default -> put(request, name, query);
        };
    }

    private Response put(Request request, String name, String query) throws IOException {
        byte[] body = request.body().open().readNBytes((int) request.body().length());
        String md5 = request.headers().get("Content-MD5");
        if (md5 != null && !md5.equals(md5(body))) {
            return answer(400, "<Error><Code>Md5Mismatch</Code></Error>", Map.of());
        }
        if (query.startsWith("comp=metadata")) {
            metadata.put(name, BlobProperties.metadataOf(request.headers()));
            return answer(200, "", Map.of());
        }
        if (query.startsWith("comp=block&")) {
            blocks.put(name + query.replaceFirst(".*blockid=", ""), body);
            return answer(201, "", Map.of());
        }
        if (content.containsKey(name) && "*".equals(request.headers().get("If-None-Match"))) {
            return answer(409, "", Map.of("x-ms-error-code", "BlobAlreadyExists"));
        }
        content.put(name, query.startsWith("comp=blocklist") ? joined(name, body) : body);
        return answer(201, "", Map.of());
    }

    private byte[] joined(String name, byte[] list) throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        var ids = BLOCK.matcher(new String(list, StandardCharsets.UTF_8));
        while (ids.find()) {
            whole.write(blocks.get(name + io.jenkins.plugins.azml.engine.rest.Url.encode(ids.group(1))));
        }
        return whole.toByteArray();
    }

    private Response head(String name) {
        if (!content.containsKey(name)) {
            return answer(404, "", Map.of("x-ms-error-code", "BlobNotFound"));
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Length", String.valueOf(content.get(name).length));
        headers.put("Content-MD5", md5(content.get(name)));
        metadata(name).forEach((key, value) -> headers.put("X-Ms-Meta-" + key, value));
        return answer(200, "", headers);
    }

    private Response get(String name) {
        byte[] bytes = content.get(name);
        return new Response(
                bytes == null ? 404 : 200,
                Headers.none(),
                new ByteArrayInputStream(bytes == null ? new byte[0] : bytes));
    }

    private Response list(String query) {
        String prefix = URLDecoder.decode(query.replaceFirst(".*prefix=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        StringBuilder xml = new StringBuilder("<EnumerationResults><Blobs>");
        content.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                xml.append("<Blob><Name>" + name + "</Name><Properties><Content-Length>" + bytes.length
                        + "</Content-Length><Content-MD5>" + md5(bytes) + "</Content-MD5></Properties></Blob>");
            }
        });
        return answer(200, xml + "</Blobs><NextMarker/></EnumerationResults>", Map.of());
    }

    static Response answer(int status, String body, Map<String, String> headers) {
        return new Response(
                status, new Headers(headers), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

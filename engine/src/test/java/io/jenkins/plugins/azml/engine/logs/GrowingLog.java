package io.jenkins.plugins.azml.engine.logs;

import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A blob that grows, and counts the bytes that it gave out. */
final class GrowingLog implements Transport {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    /** How a service may answer for a range that starts at the end. */
    enum Manner {
        EMPTY_206,
        STATUS_416,
        WITHOUT_ETAGS
    }

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private Manner manner = Manner.STATUS_416;
    private byte[] old = new byte[0];
    private int oldAnswers;
    private int version;
    private int refusal;
    private long bytesSent;

    void append(String text) {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    void append(byte[] bytes) {
        content.writeBytes(bytes);
        version++;
    }

    void replace(String text) {
        content.reset();
        append(text);
    }

    void answerOldVersion(String text, int answers) {
        old = text.getBytes(StandardCharsets.UTF_8);
        oldAnswers = answers;
        version++;
    }

    void hide() {
        refusal = 404;
        version++;
    }

    void refuse(int status) {
        refusal = status;
    }

    void answering(Manner other) {
        manner = other;
    }

    long bytesSent() {
        return bytesSent;
    }

    @Override
    public Response send(Request request) {
        if (refusal > 0) {
            return answer(refusal, new byte[0], Map.of());
        }
        String etag = "\"v" + version + "\"";
        if (etag.equals(request.headers().get("If-None-Match"))) {
            return answer(304, new byte[0], Map.of("ETag", etag));
        }
        byte[] now = oldAnswers-- > 0 ? old : content.toByteArray();
        Matcher range = RANGE.matcher(request.headers().get("Range"));
        if (!range.matches()) {
            throw new AssertionError("not a range: " + request.headers());
        }
        return part(now, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), etag);
    }

    private Response part(byte[] now, int from, int last, String etag) {
        if (from >= now.length) {
            return manner == Manner.STATUS_416 || from > now.length
                    ? answer(416, new byte[0], Map.of("Content-Range", "bytes */" + now.length))
                    : answer(206, new byte[0], Map.of());
        }
        byte[] bytes = Arrays.copyOfRange(now, from, Math.min(now.length, last + 1));
        String range = "bytes " + from + "-" + (from + bytes.length - 1) + "/" + now.length;
        return answer(
                206,
                bytes,
                manner == Manner.WITHOUT_ETAGS
                        ? Map.of("Content-Range", range)
                        : Map.of("Content-Range", range, "ETag", etag));
    }

    private Response answer(int status, byte[] bytes, Map<String, String> headers) {
        bytesSent += bytes.length;
        return new Response(status, new Headers(headers), new ByteArrayInputStream(bytes));
    }
}

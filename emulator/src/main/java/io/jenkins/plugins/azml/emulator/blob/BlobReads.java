package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.blob.BlobEndpoint.Target;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reading blobs and listing them. */
final class BlobReads {
    private static final int LARGEST_PAGE = 5000;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final InMemoryBlobStore store;

    BlobReads(InMemoryBlobStore store) {
        this.store = store;
    }

    Reply get(Request request, Target target) {
        MemoryBlob blob = store.find(target.container(), target.blob()).orElseThrow(BlobError::noBlob);
        String range =
                request.header("x-ms-range").or(() -> request.header("Range")).orElse("");
        Matcher matcher = RANGE.matcher(range);
        return matcher.matches()
                ? part(blob, matcher)
                : described(Reply.bytes(200, "application/octet-stream", blob.content()), blob);
    }

    /** The answer to HEAD: its body is there for its length and is not sent. */
    Reply properties(Target target) {
        MemoryBlob blob = store.find(target.container(), target.blob()).orElseThrow(BlobError::noBlob);
        return described(Reply.empty(200), blob).with("Content-Length", String.valueOf(blob.content().length));
    }

    private static Reply part(MemoryBlob blob, Matcher range) {
        byte[] content = blob.content();
        long from = Long.parseLong(range.group(1));
        if (from >= content.length) {
            throw new BlobError(416, "InvalidRange", "The range begins at or behind the end of the blob.");
        }
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(range.group(2));
        int end = (int) Math.min(content.length, last + 1);
        Reply reply = Reply.bytes(206, "application/octet-stream", Arrays.copyOfRange(content, (int) from, end));
        return described(reply, blob).with("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + content.length);
    }

    private static Reply described(Reply reply, MemoryBlob blob) {
        Reply described = reply.with("ETag", blob.etag())
                .with("Last-Modified", HTTP_DATE.format(blob.modified()))
                .with("Accept-Ranges", "bytes")
                .with("x-ms-blob-type", blob.type().name())
                .with("x-ms-blob-content-md5", blob.md5())
                .with("Content-MD5", blob.md5());
        for (var entry : blob.metadata().entrySet()) {
            described = described.with("x-ms-meta-" + entry.getKey(), entry.getValue());
        }
        return blob.copy().isEmpty() ? described : copied(described, blob.copy().get());
    }

    private static Reply copied(Reply reply, MemoryBlob.Copy copy) {
        return reply.with("x-ms-copy-id", copy.id()).with("x-ms-copy-status", copy.status());
    }

    Reply list(Request request, Container container) {
        String marker = request.query("marker").orElse("");
        String prefix = request.query("prefix").orElse("");
        int limit = Math.min(
                LARGEST_PAGE, request.query("maxresults").map(Integer::parseInt).orElse(LARGEST_PAGE));
        List<BlobItem> rest = store.list(container, prefix).stream()
                .filter(item -> item.name().compareTo(marker) >= 0)
                .toList();
        String next = rest.size() > limit ? rest.get(limit).name() : "";
        List<BlobItem> page = rest.subList(0, Math.min(limit, rest.size()));
        Optional<String> delimiter = request.query("delimiter");
        String entries =
                delimiter.isEmpty() ? entries(container, page) : level(container, page, prefix, delimiter.get());
        return Reply.text(200, "application/xml", page(container, entries, next));
    }

    private String entries(Container container, List<BlobItem> items) {
        return items.stream().map(item -> entry(container, item)).collect(Collectors.joining());
    }

    /** The blobs of one level, and each folder below it once. */
    private String level(Container container, List<BlobItem> items, String prefix, String delimiter) {
        Map<String, String> level = new LinkedHashMap<>();
        for (BlobItem item : items) {
            int end = item.name().indexOf(delimiter, prefix.length());
            String name = end < 0 ? item.name() : item.name().substring(0, end + delimiter.length());
            level.putIfAbsent(
                    name,
                    end < 0 ? entry(container, item) : "<BlobPrefix><Name>" + escaped(name) + "</Name></BlobPrefix>");
        }
        return String.join("", level.values());
    }

    private static String page(Container container, String entries, String next) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\"" + container.name()
                + "\"><Blobs>" + entries + "</Blobs><NextMarker>" + escaped(next)
                + "</NextMarker></EnumerationResults>";
    }

    private String entry(Container container, BlobItem item) {
        return entry(item, store.find(container, item.name()).orElseThrow());
    }

    private static String entry(BlobItem item, MemoryBlob blob) {
        return "<Blob><Name>" + escaped(item.name()) + "</Name><Properties><Last-Modified>"
                + HTTP_DATE.format(item.lastModified()) + "</Last-Modified><Etag>"
                + blob.etag().replace("\"", "")
                + "</Etag><Content-Length>" + item.size() + "</Content-Length><Content-MD5>" + blob.md5()
                + "</Content-MD5><BlobType>" + blob.type() + "</BlobType></Properties></Blob>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

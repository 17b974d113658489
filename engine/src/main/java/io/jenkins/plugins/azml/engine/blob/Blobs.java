package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Call.Answer;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Blob requests by SAS address. Safe for many threads.
 *
 * <p>Its pipeline wants a budget of its own: an upload of thousands of files is no concern of ARM's limits.
 */
public final class Blobs {
    private static final String VERSION = "2021-12-02";
    private static final Set<String> ALREADY_THERE = Set.of(
            "BlobAlreadyExists",
            "ConditionNotMet",
            "TargetConditionNotMet",
            "PendingCopyOperation",
            "UnspecifiedError");

    private static final int USUAL_CONNECTIONS = 8;

    private final Pipeline pipeline;
    private final int connections;

    public Blobs(Pipeline pipeline) {
        this(pipeline, USUAL_CONNECTIONS);
    }

    /** @param connections how many requests of one upload may be under way at once; with 1 they come in a fixed order */
    public Blobs(Pipeline pipeline, int connections) {
        this.pipeline = pipeline;
        this.connections = connections;
    }

    public int connections() {
        return connections;
    }

    /**
     * Writes a whole blob unless one of that name is there.
     *
     * @param md5 of the content in Base64; the service refuses other bytes
     */
    public Written put(BlobUrl blob, Body content, String md5) {
        return pipeline.send(call("write blob " + blob, "PUT", blob.granted())
                .with("x-ms-blob-type", "BlockBlob")
                .with("Content-Type", "application/octet-stream")
                .with("Content-MD5", md5)
                .with("If-None-Match", "*")
                .sendingBody(content)
                .accepting(201, 409, 412)
                .reading(answer -> written(blob, answer)));
    }

    /**
     * Sends a block, which is not part of the blob before {@link #putBlockList}.
     *
     * @param id of equal length for all blocks of one blob
     * @param md5 of the block in Base64
     */
    public void putBlock(BlobUrl blob, String id, Body content, String md5) {
        var url = blob.granted("comp=block", "blockid=" + Url.encode(id));
        pipeline.send(call("write a block of blob " + blob, "PUT", url)
                .with("Content-MD5", md5)
                .sendingBody(content)
                .accepting(201)
                .reading(answer -> answer.status()));
    }

    /** Makes a blob of its blocks unless one of that name is there. */
    public Written putBlockList(BlobUrl blob, List<String> ids) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        ids.forEach(id -> xml.append("<Latest>").append(id).append("</Latest>"));
        byte[] list = xml.append("</BlockList>").toString().getBytes(StandardCharsets.UTF_8);
        return pipeline.send(call("commit the blocks of blob " + blob, "PUT", blob.granted("comp=blocklist"))
                .with("Content-Type", "application/xml")
                .with("If-None-Match", "*")
                .sendingBody(Body.of(list))
                .accepting(201, 409, 412)
                .reading(answer -> written(blob, answer)));
    }

    /** What the service says of a blob; absent if there is none. */
    public Optional<BlobProperties> head(BlobUrl blob) {
        return pipeline.send(call("look at blob " + blob, "HEAD", blob.granted())
                .accepting(200, 404)
                .reading(answer -> answer.status() == 404 ? Optional.empty() : Optional.of(properties(answer))));
    }

    /** Replaces a blob's metadata. */
    public void setMetadata(BlobUrl blob, Map<String, String> metadata) {
        Call<?> call = call("mark blob " + blob, "PUT", blob.granted("comp=metadata"));
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            call = call.with("x-ms-meta-" + entry.getKey(), entry.getValue());
        }
        pipeline.send(call.accepting(200).reading(answer -> answer.status()));
    }

    /**
     * Reads up to {@code length} bytes from {@code offset} on; none if the blob ends there or before.
     *
     * @param etag of the version that the reader has seen, or empty; the same version is not read again
     */
    public BlobPart read(BlobUrl blob, long offset, int length, String etag) {
        var call = call("read blob " + blob, "GET", blob.granted())
                .with("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .accepting(200, 206, 304, 416);
        return pipeline.send((etag.isEmpty() ? call : call.with("If-None-Match", etag))
                .reading(answer -> RangeAnswer.read(answer, offset, length)));
    }

    /** Reads a whole blob as it comes. */
    public <T> T stream(BlobUrl blob, Call.Decoder<T> reader) {
        return pipeline.send(call("read blob " + blob, "GET", blob.granted()).reading(reader));
    }

    /**
     * All blobs whose names start so, over all pages.
     *
     * @throws Unsettled if a page cannot be read, or pages lead in a circle
     */
    public List<BlobItem> list(BlobUrl container, String prefix) {
        List<BlobItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String marker = "";
        do {
            BlobPage page = page(container, prefix, marker);
            items.addAll(page.items());
            marker = page.nextMarker();
            if (!seen.add(marker)) {
                throw unreadable(container, "its pages lead in a circle");
            }
        } while (!marker.isEmpty());
        return items;
    }

    private BlobPage page(BlobUrl container, String prefix, String marker) {
        List<String> query = new ArrayList<>(List.of("restype=container", "comp=list"));
        if (!prefix.isEmpty()) {
            query.add("prefix=" + Url.encode(prefix));
        }
        if (!marker.isEmpty()) {
            query.add("marker=" + Url.encode(marker));
        }
        return pipeline.send(call("list " + container, "GET", container.granted(query.toArray(String[]::new)))
                .accepting(200)
                .reading(answer -> page(container, answer)));
    }

    private static BlobPage page(BlobUrl container, Answer answer) throws IOException {
        try {
            return BlobPage.read(answer.body());
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException lost) {
                throw lost;
            }
            throw unreadable(container, "it is not the XML that was expected");
        }
    }

    private static Unsettled unreadable(BlobUrl container, String why) {
        return new Unsettled(
                Problem.of(ProblemCode.UNREADABLE_ANSWER, "could not list " + container + ": " + why), null, false);
    }

    /**
     * Starts a server-side copy onto a blob that is not there; a copy that was started before is looked at.
     *
     * <p>The service goes on by itself; {@link #head} tells how far it is.
     */
    public Copy startCopy(BlobUrl source, BlobUrl target) {
        Optional<Copy> started = pipeline.send(call("copy to blob " + target, "PUT", target.granted())
                .with("x-ms-copy-source", source.granted().toString())
                .with("If-None-Match", "*")
                .accepting(202, 409, 412)
                .reading(answer ->
                        written(target, answer) == Written.CREATED ? Copy.of(answer.headers()) : Optional.empty()));
        return started.or(() -> head(target).flatMap(BlobProperties::lastCopy))
                .orElseGet(() -> new Copy("", Copy.Status.UNKNOWN, ""));
    }

    /** Starts a server-side copy over what an earlier one, which failed, has left. */
    public void restartCopy(BlobUrl source, BlobUrl target) {
        pipeline.send(call("copy to blob " + target + " again", "PUT", target.granted())
                .with("x-ms-copy-source", source.granted().toString())
                .accepting(202)
                .reading(answer -> answer.status()));
    }

    private static Call<?> call(String doing, String method, java.net.URI url) {
        return Call.of(doing, method, url, Set.of(200)).as(Call.Auth.NONE).with("x-ms-version", VERSION);
    }

    private static Written written(BlobUrl blob, Answer answer) {
        if (answer.status() < 300) {
            return Written.CREATED;
        }
        String code = answer.headers().get("x-ms-error-code").orElse("UnspecifiedError");
        if (!ALREADY_THERE.contains(code)) {
            throw Problem.of(
                            ProblemCode.CONFLICT,
                            "could not write blob " + blob + ": " + code + " [HTTP " + answer.status() + "]")
                    .ofRequest(answer.headers().get("x-ms-request-id").orElse(null))
                    .asException();
        }
        return Written.EXISTED;
    }

    private static BlobProperties properties(Answer answer) {
        var headers = answer.headers();
        return new BlobProperties(
                RangeAnswer.number(headers.get("Content-Length").orElse("")),
                headers.get("Content-MD5").orElse(null),
                BlobProperties.metadataOf(headers.fields()),
                Copy.of(headers).orElse(null));
    }
}

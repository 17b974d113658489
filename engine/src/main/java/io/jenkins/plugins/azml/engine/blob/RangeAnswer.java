package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.rest.Call.Answer;
import java.io.EOFException;
import java.io.IOException;

/**
 * Reads the answers that a request for a range may get: 206 with bytes or, at the exact end, without; 416 there or
 * beyond; 200 with everything from a server that knows no ranges; 304 for a version that was seen.
 */
final class RangeAnswer {
    private RangeAnswer() {}

    static BlobPart read(Answer answer, long offset, int length) throws IOException {
        String etag = answer.headers().get("ETag").orElse("");
        return switch (answer.status()) {
            case 304 -> new BlobPart(new byte[0], offset, etag, true);
            case 416 -> new BlobPart(new byte[0], total(answer, offset), etag, false);
            case 200 -> whole(answer, offset, length, etag);
            default -> part(answer, offset, length, etag);
        };
    }

    private static BlobPart part(Answer answer, long offset, int length, String etag) throws IOException {
        String range = answer.headers().get("Content-Range").orElse("");
        if (!range.isEmpty() && !range.startsWith("bytes " + offset + "-")) {
            throw new IOException("another range was answered than was asked for");
        }
        byte[] bytes = answer.body().readNBytes(length);
        return new BlobPart(bytes, total(answer, offset + bytes.length), etag, false);
    }

    private static BlobPart whole(Answer answer, long offset, int length, String etag) throws IOException {
        try {
            answer.body().skipNBytes(offset);
        } catch (EOFException e) {
            return new BlobPart(
                    new byte[0], number(answer.headers().get("Content-Length").orElse("0")), etag, false);
        }
        byte[] bytes = answer.body().readNBytes(length);
        long counted = offset + bytes.length;
        return new BlobPart(
                bytes,
                Math.max(counted, number(answer.headers().get("Content-Length").orElse("0"))),
                etag,
                false);
    }

    private static long total(Answer answer, long otherwise) {
        String range = answer.headers().get("Content-Range").orElse("");
        long total = number(range.substring(range.indexOf('/') + 1));
        return total < 0 ? otherwise : total;
    }

    /** The number, or -1 if the text is none. */
    static long number(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}

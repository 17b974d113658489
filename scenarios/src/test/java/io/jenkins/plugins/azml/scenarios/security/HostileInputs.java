package io.jenkins.plugins.azml.scenarios.security;

import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.logs.LogPage;
import io.jenkins.plugins.azml.engine.logs.LogReader;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** Hostile inputs that would not fit into this process if they were kept; each has to end in its own kind of refusal. */
final class HostileInputs {
    private static final int MEBIBYTE = 1 << 20;

    private HostileInputs() {}

    public static void main(String... arguments) throws Exception {
        yaml("alias bomb", aliasBomb());
        yaml("an alias of itself", "a: &a [*a]");
        yaml("ten thousand levels", "[".repeat(10_000));
        yaml("ten megabytes", "a: " + "x".repeat(10 * MEBIBYTE));
        yaml("a million keys in a megabyte", "{" + "a,".repeat(MEBIBYTE / 2 - 2) + "}");
        yaml("merges of merges", mergeBomb());
        json("1,001 levels", new Repeated("[", 1_001));
        json("a text of 20 million characters", new Repeated("\"", "x", 20_000_001));
        json("a number of 100,000 digits", new Repeated("9", 100_000));
        json("an array without end", new Repeated("[", "[],", Long.MAX_VALUE));
        json("blanks without end", new Repeated(" ", Long.MAX_VALUE));
        json("names without end", new Repeated("{", "\"x", Long.MAX_VALUE));
        logLineOf100Megabytes();
        listingWithoutEnd();
        System.out.println("bounded");
    }

    private static String aliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, alias))));
        }
        return bomb.toString();
    }

    private static String mergeBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d {<<: [*a%d, *a%d], k%d: 1}\n".formatted(i, i, i - 1, i - 1, i));
        }
        return bomb.toString();
    }

    private static void yaml(String what, String text) {
        try {
            YamlReader.read(text, "f.yml");
            throw new IllegalStateException("YAML was read: " + what);
        } catch (ProblemException e) {
            System.out.println("yaml, " + what + ": " + e.problem());
        }
    }

    private static void json(String what, InputStream text) throws Exception {
        try {
            Json.read(text);
            throw new IllegalStateException("JSON was read: " + what);
        } catch (JsonException e) {
            System.out.println("json, " + what + ": " + e.getMessage());
        }
    }

    /** The whole line is never in memory: a mebibyte is read at a time. */
    private static void logLineOf100Megabytes() {
        int total = 100 * MEBIBYTE;
        LogReader reader = new LogReader(blobs(request -> {
            String[] range =
                    request.headers().get("Range").substring("bytes=".length()).split("-");
            int from = Integer.parseInt(range[0]);
            int to = Math.min(Integer.parseInt(range[1]), total - 1);
            Headers headers = new Headers(Map.of(
                    "Content-Range", "bytes " + from + "-" + to + "/" + total, "Content-Length", "" + (to - from + 1)));
            return new Transport.Response(206, headers, new Repeated("x", to - from + 1));
        }));
        LogCursor cursor = LogCursor.start();
        int lines = 0;
        LogPage page;
        do {
            page = reader.read(BlobUrl.of("https://a.test/log"), cursor, true);
            lines += page.lines().size();
            cursor = page.next();
        } while (page.more());
        if (lines != 1 || cursor.offset() != total) {
            throw new IllegalStateException(lines + " lines up to " + cursor.offset());
        }
        System.out.println("log, a line of 100 MiB: one line, cut");
    }

    private static void listingWithoutEnd() {
        String blob = "<Blob><Name>a</Name><Properties><Content-Length>1</Content-Length></Properties></Blob>";
        Blobs blobs = blobs(request -> new Transport.Response(
                200, Headers.none(), new Repeated("<EnumerationResults><Blobs>", blob, Long.MAX_VALUE)));
        try {
            blobs.list(BlobUrl.of("https://a.test/c"), "");
            throw new IllegalStateException("a listing without end was read");
        } catch (Unsettled e) {
            System.out.println("listing without end: " + e.problem());
        }
    }

    private static Blobs blobs(Transport transport) {
        return new Blobs(new Pipeline(
                transport,
                fresh -> "t",
                new Hosts(Set.of(), Set.of()),
                Budget.ofStorageAccount(),
                () -> Instant.EPOCH));
    }

    /** A beginning, then a piece as often as wished, made as it is read. */
    private static final class Repeated extends InputStream {
        private final ByteArrayInputStream beginning;
        private final String piece;
        private final long times;
        private long given;

        Repeated(String piece, long times) {
            this("", piece, times);
        }

        Repeated(String beginning, String piece, long times) {
            this.beginning = new ByteArrayInputStream(beginning.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            this.piece = piece;
            this.times = times;
        }

        @Override
        public int read() {
            int first = beginning.read();
            if (first != -1) {
                return first;
            }
            if (given / piece.length() >= times) {
                return -1;
            }
            return piece.charAt((int) (given++ % piece.length()));
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            int count = 0;
            for (int next = read(); next != -1; next = count < length ? read() : -1) {
                buffer[offset + count++] = (byte) next;
            }
            return count == 0 ? -1 : count;
        }
    }
}

package io.jenkins.plugins.azml.emulator.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Keeps the end of an output in memory. Safe for use by several threads. */
public final class TailOutput implements Output {
    private final int limit;
    private byte[] kept = {};

    /** @param limit in bytes */
    public TailOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(byte[] bytes) {
        var joined = new ByteArrayOutputStream(kept.length + bytes.length);
        joined.writeBytes(kept);
        joined.writeBytes(bytes);
        byte[] all = joined.toByteArray();
        kept = Arrays.copyOfRange(all, Math.max(0, all.length - limit), all.length);
    }

    public synchronized String text() {
        return new String(kept, UTF_8);
    }

    /** The last lines, oldest first, each with its line end; empty when there are none. */
    public String lastLines(int lines) {
        List<String> all = text().lines().toList();
        List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
        return last.isEmpty() ? "" : String.join("\n", last) + "\n";
    }
}

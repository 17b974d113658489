package io.jenkins.plugins.azml.emulator.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

final class CappedOutput implements Output {
    private final Output target;
    private final long limit;
    private long left;

    CappedOutput(Output target, long limit) {
        this.target = target;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public void write(byte[] bytes) {
        if (left < 0) {
            return;
        }
        if (bytes.length <= left) {
            target.write(bytes);
            left -= bytes.length;
            return;
        }
        target.write(Arrays.copyOf(bytes, (int) left));
        target.write(("\n[output beyond " + limit + " bytes is dropped]\n").getBytes(UTF_8));
        left = -1;
    }
}

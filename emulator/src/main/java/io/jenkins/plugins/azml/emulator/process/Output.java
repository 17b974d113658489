package io.jenkins.plugins.azml.emulator.process;

/** Takes what a child writes to its standard output and error, as it comes, from one thread at a time. */
@FunctionalInterface
public interface Output {
    void write(byte[] bytes);

    /** The same output that takes so many bytes, says once that the rest is dropped, and drops it. */
    default Output cappedAt(long limit) {
        return new CappedOutput(this, limit);
    }
}

package io.jenkins.plugins.azml.emulator;

/** Where an emulator is got from. */
public final class Emulator {
    private Emulator() {}

    /** An emulator in one object, made in milliseconds, with two workspaces {@code dev} and {@code prod}. */
    public static InMemoryEmulator inMemory(long seed) {
        return new InMemoryEmulator(seed);
    }
}

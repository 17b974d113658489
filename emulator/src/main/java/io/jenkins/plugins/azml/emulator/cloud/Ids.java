package io.jenkins.plugins.azml.emulator.cloud;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids and keys from one source of chance. */
public final class Ids {
    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String guid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A base64 text of 32 random bytes. */
    public String key() {
        return Base64.getEncoder().encodeToString(bytes(32));
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

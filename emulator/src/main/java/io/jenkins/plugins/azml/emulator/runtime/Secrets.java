package io.jenkins.plugins.azml.emulator.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of one emulator folder, kept over restarts: signatures on blobs stay good when the emulator comes back. */
public final class Secrets {
    private static final int LENGTH = 32;

    private final byte[] secret;

    private Secrets(byte[] secret) {
        this.secret = secret;
    }

    public static Secrets of(Path folder) {
        Path file = folder.resolve("secret");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            PrivateFiles.writePrivate(file, Base64.getEncoder().encodeToString(fresh));
        }
        try {
            return new Secrets(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** A base64 key that belongs to the name. */
    public String key(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

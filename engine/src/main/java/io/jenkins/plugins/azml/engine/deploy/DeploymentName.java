package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The name of a run's deployment: the same for every repeat of the run, another for every other run. */
final class DeploymentName {
    /** The service takes 3 to 32 characters: letters, digits and hyphens, a letter first, no hyphen last. */
    private static final int LONGEST = 32;

    private static final int HASH_DIGITS = 8;

    private DeploymentName() {}

    /** For example {@code diabetes-3-1f0c9a77}: model, version, and the run's hash. */
    static String of(RunId run, AssetVersion model) {
        String hash = "-" + hash(run.value() + "\n" + model);
        String version = cut("-" + harmless(model.version()), (LONGEST - hash.length()) / 2);
        return cut(letterFirst(harmless(model.name())), LONGEST - hash.length() - version.length()) + version + hash;
    }

    private static String letterFirst(String name) {
        return Character.isLetter(name.charAt(0)) ? name : "m" + name;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static String harmless(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.jenkins.plugins.azml.runner.steps;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Text to bytes and back, in an encoding by name, where {@code Base64} stands for bytes that are no text. */
final class TextEncoding {
    private static final String BASE64 = "Base64";

    private TextEncoding() {}

    static byte[] bytes(String text, @Nullable String encoding) {
        return BASE64.equals(encoding) ? Base64.getDecoder().decode(text) : text.getBytes(charset(encoding));
    }

    static String text(byte[] bytes, @Nullable String encoding) {
        return BASE64.equals(encoding)
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, charset(encoding));
    }

    static Charset charset(@Nullable String encoding) {
        return encoding == null || encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}

package io.jenkins.plugins.azml.plugin.config;

import org.jspecify.annotations.Nullable;

/** Text fields of forms: blank means nothing. */
final class Text {
    private Text() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

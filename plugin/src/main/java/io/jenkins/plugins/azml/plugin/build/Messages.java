package io.jenkins.plugins.azml.plugin.build;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What people read on pages, from {@code Messages.properties}. */
final class Messages {
    private Messages() {}

    static String of(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("io.jenkins.plugins.azml.plugin.build.Messages")
                .getString(key);
        return MessageFormat.format(text, arguments);
    }
}

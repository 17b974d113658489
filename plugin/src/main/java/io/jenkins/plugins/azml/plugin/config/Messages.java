package io.jenkins.plugins.azml.plugin.config;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What people read in forms, from {@code Messages.properties}. */
final class Messages {
    private Messages() {}

    static String displayName() {
        return text("displayName");
    }

    static String workspace() {
        return text("workspace");
    }

    static String https() {
        return text("https");
    }

    /** @param region where the workspace is */
    static String reached(String region) {
        return MessageFormat.format(text("reached"), region);
    }

    private static String text(String key) {
        return ResourceBundle.getBundle("io.jenkins.plugins.azml.plugin.config.Messages")
                .getString(key);
    }
}

package io.jenkins.plugins.azml.plugin.step;

import java.util.ResourceBundle;

/** What people read of steps, from {@code Messages.properties}. */
final class Messages {
    private Messages() {}

    static String of(String key) {
        return ResourceBundle.getBundle("io.jenkins.plugins.azml.plugin.step.Messages")
                .getString(key);
    }
}

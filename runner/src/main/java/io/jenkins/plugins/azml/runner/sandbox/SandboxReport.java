package io.jenkins.plugins.azml.runner.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;

/** Collects what the sandbox refused and where, and tells the console at once, as Jenkins does. */
public final class SandboxReport {
    private final List<String> rejections = new CopyOnWriteArrayList<>();
    private final Consumer<String> console;

    /** @param console prints a line */
    public SandboxReport(Consumer<String> console) {
        this.console = console;
    }

    /** @param place where in the scripts it was, in words; null where that is not known */
    public void rejected(RejectedAccessException rejection, @Nullable String place) {
        String message = String.valueOf(rejection.getMessage());
        rejections.add(place == null ? message : place + ": " + message);
        if (message.startsWith("Scripts not permitted")) {
            console.accept(message + ". Administrators can decide whether to approve or reject this signature.");
        }
    }

    /** Takes up what was refused before a restart. */
    public void restore(List<String> before) {
        rejections.addAll(before);
    }

    public List<String> rejections() {
        return List.copyOf(rejections);
    }
}

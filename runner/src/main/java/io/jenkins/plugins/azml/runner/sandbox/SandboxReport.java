package io.jenkins.plugins.azml.runner.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;

/** Collects what the sandbox refused, and tells the console at once, as Jenkins does. */
public final class SandboxReport {
    private final List<String> rejections = new CopyOnWriteArrayList<>();
    private final Consumer<String> console;

    /** @param console prints a line */
    public SandboxReport(Consumer<String> console) {
        this.console = console;
    }

    public void rejected(RejectedAccessException rejection) {
        String message = String.valueOf(rejection.getMessage());
        rejections.add(message);
        if (message.startsWith("Scripts not permitted")) {
            console.accept(message + ". Administrators can decide whether to approve or reject this signature.");
        }
    }

    public List<String> rejections() {
        return rejections;
    }
}

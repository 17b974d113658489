package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.util.List;
import java.util.Map;

/** A running emulator as it is shown; its secret is not. */
final class ReadyWords {
    private ReadyWords() {}

    /** @param folder the option that names its folder, or empty */
    static List<String> lines(Ready ready, String folder) {
        return Table.ofNames()
                .row("running", "pid " + ready.pid() + ", since " + ready.started())
                .row("https", ready.secure().toString())
                .row("workspaces", String.join(", ", ready.workspaces()))
                .row("next", "eval \"$(azml emulator env" + folder + ")\"")
                .lines();
    }

    static Map<String, Object> json(Ready ready) {
        return Map.of(
                "running", true,
                "pid", ready.pid(),
                "started", ready.started().toString(),
                "secure", ready.secure().toString(),
                "plain", ready.plain().toString(),
                "blobs", ready.blobs().toString(),
                "authority", ready.authority().toString(),
                "workspaces", ready.workspaces());
    }
}

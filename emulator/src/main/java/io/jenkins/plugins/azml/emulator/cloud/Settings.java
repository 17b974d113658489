package io.jenkins.plugins.azml.emulator.cloud;

import java.time.Duration;
import java.util.List;

/**
 * How the emulator behaves.
 *
 * @param loose whether unknown fields of a body are only logged
 * @param pageSize of listings of jobs; the service's own is not known
 * @param operationTime how long the shortest long-running operation takes
 * @param retryAfter what it tells clients to wait between two looks
 */
public record Settings(
        Scope scope,
        List<String> workspaces,
        boolean loose,
        int pageSize,
        Duration operationTime,
        Duration retryAfter) {
    public Settings {
        workspaces = List.copyOf(workspaces);
    }
}

package io.jenkins.plugins.azml.emulator.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.process.SystemStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running emulator tells of itself in the file {@code ready.json} of its folder. Holds a secret.
 *
 * @param pid and {@code started} together name the process, since pids are used again
 * @param identityHeader the secret that the identity endpoint wants
 */
public record Ready(
        long pid,
        Instant started,
        URI secure,
        URI plain,
        URI blobs,
        Path authority,
        String identityHeader,
        String subscription,
        String resourceGroup,
        List<String> workspaces) {
    private static final String FILE = "ready.json";

    public Ready {
        workspaces = List.copyOf(workspaces);
    }

    /** The start time of a process as it is compared: some systems know it to the hundredth of a second only. */
    public static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    public void write(Path folder) {
        ObjectNode node = Json.object()
                .put("pid", pid)
                .put("started", started.toString())
                .put("secure", secure.toString())
                .put("plain", plain.toString())
                .put("blobs", blobs.toString())
                .put("authority", authority.toString())
                .put("identityHeader", identityHeader)
                .put("subscription", subscription)
                .put("resourceGroup", resourceGroup);
        workspaces.forEach(node.putArray("workspaces")::add);
        PrivateFiles.writePrivate(folder.resolve(FILE), Json.text(node));
    }

    /** What the last start in this folder wrote; empty when none did or it ended in order. */
    public static Optional<Ready> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ObjectNode node = Json.readOwn(Files.readString(file));
            List<String> workspaces = new ArrayList<>();
            node.path("workspaces").forEach(workspace -> workspaces.add(workspace.asText()));
            return Optional.of(new Ready(
                    node.path("pid").asLong(),
                    Instant.parse(node.path("started").asText()),
                    URI.create(node.path("secure").asText()),
                    URI.create(node.path("plain").asText()),
                    URI.create(node.path("blobs").asText()),
                    Path.of(node.path("authority").asText()),
                    node.path("identityHeader").asText(),
                    node.path("subscription").asText(),
                    node.path("resourceGroup").asText(),
                    workspaces));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Takes the file back. */
    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + folder.resolve(FILE), undeletable);
        }
    }

    /** The process that wrote this, if it still runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(started))
                .filter(process -> !SystemStatus.isZombie(pid));
    }
}

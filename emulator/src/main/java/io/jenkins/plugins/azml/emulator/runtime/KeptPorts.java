package io.jenkins.plugins.azml.emulator.runtime;

import io.jenkins.plugins.azml.emulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ports of a folder's last start: taken again, because clients and stored addresses know them. */
public record KeptPorts(int secure, int plain, int blobs) {
    private static final String FILE = "ports.json";

    /** The kept ports; 0 for one that was never chosen or that another process has now. */
    public static KeptPorts read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new KeptPorts(0, 0, 0);
        }
        try {
            var node = Json.readOwn(Files.readString(file));
            return new KeptPorts(
                    free(node.path("secure").asInt()),
                    free(node.path("plain").asInt()),
                    free(node.path("blobs").asInt()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    public void write(Path folder) {
        PrivateFiles.writePublic(
                folder.resolve(FILE),
                Json.text(
                        Json.object().put("secure", secure).put("plain", plain).put("blobs", blobs)));
    }

    private static int free(int port) {
        if (port == 0) {
            return 0;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}

package io.jenkins.plugins.azml.emulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How an emulator is started.
 *
 * @param folder where it keeps everything; one emulator at a time
 * @param ports that it listens on
 * @param loose whether unknown fields of a body are only logged
 * @param twins whether jobs and deployments follow scripts in memory instead of being run
 */
public record EmulatorOptions(Path folder, Ports ports, List<String> workspaces, boolean loose, boolean twins) {
    private static final int HIGHEST_PORT = 65535;

    /** The port 0 stands for the port of the last start in the folder, or any that is free. */
    public record Ports(int secure, int plain, int blobs) {
        public Ports {
            checkPort(secure);
            checkPort(plain);
            checkPort(blobs);
        }

        private static void checkPort(int port) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException(
                        "the port " + port + " is none: expected 1 to " + HIGHEST_PORT + ", or 0 for any");
            }
        }

        public static Ports any() {
            return new Ports(0, 0, 0);
        }
    }

    public EmulatorOptions {
        folder = folder.toAbsolutePath().normalize();
        workspaces = List.copyOf(workspaces);
        if (workspaces.isEmpty()
                || Set.copyOf(workspaces).size() < workspaces.size()
                || !workspaces.stream().allMatch(name -> name.matches("[a-z][a-z0-9]{1,15}"))) {
            throw new IllegalArgumentException("the workspaces are " + workspaces
                    + "; expected at least one, each once, of 2 to 16 small letters and digits, a letter first");
        }
    }

    /** Everything real, workspaces {@code dev} and {@code prod}. */
    public static EmulatorOptions in(Path folder) {
        return new EmulatorOptions(folder, Ports.any(), List.of("dev", "prod"), false, false);
    }

    public EmulatorOptions withTwins() {
        return new EmulatorOptions(folder, ports, workspaces, loose, true);
    }
}

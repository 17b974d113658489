package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.EmulatorOptions.Ports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an emulator in the foreground until it is asked to end; its own process, so that it outlives the command that
 * started it. Arguments: folder, secure, plain and blob port, workspaces joined by commas, then {@code loose} and {@code twins} where wanted.
 */
public final class EmulatorMain {
    private static final int FAILED = 1;

    private EmulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        // The server reads its limits once, when its classes are loaded.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "100");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Emulator emulator = Emulator.start(options(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator-end"));
        } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
            System.err.println("the emulator does not start: " + failed.getMessage());
            System.exit(FAILED);
        }
        ended.await();
    }

    /** The arguments that {@link #main} reads these options from. */
    static List<String> arguments(EmulatorOptions options) {
        return List.of(
                options.folder().toString(),
                String.valueOf(options.ports().secure()),
                String.valueOf(options.ports().plain()),
                String.valueOf(options.ports().blobs()),
                String.join(",", options.workspaces()),
                options.loose() ? "loose" : "",
                options.twins() ? "twins" : "");
    }

    private static EmulatorOptions options(List<String> arguments) {
        return new EmulatorOptions(
                Path.of(arguments.get(0)),
                new Ports(number(arguments.get(1)), number(arguments.get(2)), number(arguments.get(3))),
                Arrays.asList(arguments.get(4).split(",")),
                arguments.contains("loose"),
                arguments.contains("twins"));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}

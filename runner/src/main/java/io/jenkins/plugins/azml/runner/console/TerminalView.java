package io.jenkins.plugins.azml.runner.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The console on a terminal: Pipeline lines step back, stages stand out and show the time since the start. */
public final class TerminalView implements Consumer<String> {
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final Consumer<String> terminal;
    private final InstantSource clock;
    private final java.time.Instant started;
    private final StringBuilder line = new StringBuilder();

    public TerminalView(Consumer<String> terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public synchronized void accept(String text) {
        line.append(text);
        int end;
        while ((end = line.indexOf("\n")) >= 0) {
            terminal.accept(coloured(line.substring(0, end)) + "\n");
            line.delete(0, end + 1);
        }
    }

    private String coloured(String plain) {
        if (plain.startsWith("[Pipeline] { (")) {
            return BOLD + plain + PLAIN + DIM + "  +" + TimeSpans.of(elapsed().toMillis()) + PLAIN;
        }
        if (plain.startsWith("[Pipeline]")) {
            return DIM + plain + PLAIN;
        }
        if (plain.startsWith("ERROR: ") || plain.startsWith("Finished: FAILURE") || plain.startsWith("Scripts not")) {
            return RED + plain + PLAIN;
        }
        return plain.equals("Finished: SUCCESS") ? GREEN + plain + PLAIN : plain;
    }

    private Duration elapsed() {
        return Duration.between(started, clock.instant());
    }
}

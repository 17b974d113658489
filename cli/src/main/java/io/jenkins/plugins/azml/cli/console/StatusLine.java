package io.jenkins.plugins.azml.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The last line of a terminal, which says what is being done and since when. */
final class StatusLine {
    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDEST = 78;

    private final PrintWriter err;
    private final InstantSource clock;
    private @Nullable String doing;
    private Instant since;

    StatusLine(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.since = clock.instant();
        Thread ticker = new Thread(this::tick, "status line");
        ticker.setDaemon(true);
        ticker.start();
    }

    synchronized void show(String text) {
        doing = text;
        since = clock.instant();
        draw();
    }

    synchronized void hide() {
        doing = null;
        err.print(CLEAR);
        err.flush();
    }

    /** Prints above the line. */
    synchronized void above(String line) {
        err.print(CLEAR);
        err.println(line);
        draw();
    }

    private void draw() {
        if (doing != null) {
            String line = doing + "  " + seconds();
            err.print(CLEAR + Style.DIM.of("· " + line.substring(0, Math.min(WIDEST, line.length()))));
            err.flush();
        }
    }

    private String seconds() {
        long seconds = Duration.between(since, clock.instant()).toSeconds();
        return seconds == 0 ? "" : Words.of(Duration.ofSeconds(seconds)).replace(".0 s", " s");
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(1000);
                synchronized (this) {
                    draw();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

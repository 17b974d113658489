package jenkins.util;

import java.util.concurrent.ScheduledExecutorService;

/** The timer that the test at hand turns by hand. */
public class Timer {
    private static ScheduledExecutorService timer;

    private Timer() {}

    public static void use(ScheduledExecutorService other) {
        timer = other;
    }

    public static synchronized ScheduledExecutorService get() {
        return timer;
    }
}

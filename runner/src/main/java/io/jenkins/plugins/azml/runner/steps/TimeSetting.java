package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.step.StepArguments;
import java.util.concurrent.TimeUnit;

/** The pair of {@code time} and {@code unit} that some steps take. */
final class TimeSetting {
    private TimeSetting() {}

    static long millis(StepArguments arguments, TimeUnit fallback) {
        TimeUnit unit = arguments.get("unit") instanceof TimeUnit given ? given : fallback;
        return unit.toMillis(arguments.number("time", 0));
    }
}

package io.jenkins.plugins.azml.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run is seen through.
 *
 * @param toTheEnd until its end, or only until Azure has taken the work over
 * @param waitLimit how much longer is waited where it is not seen through to the end, or null for no longer
 * @param cancel whether it is to be ended first
 * @param junit where the report goes as JUnit XML, or null
 * @param markdown where it goes as Markdown, or null
 */
public record Mode(
        boolean toTheEnd,
        @Nullable Duration waitLimit,
        boolean cancel,
        @Nullable Path junit,
        @Nullable Path markdown) {
    public static Mode waiting() {
        return new Mode(true, null, false, null, null);
    }

    public static Mode cancelling() {
        return new Mode(true, null, true, null, null);
    }
}

package io.jenkins.plugins.azml.cli.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run is seen through.
 *
 * @param toTheEnd until its end, or only until Azure has taken the work over
 * @param cancel whether it is to be ended first
 * @param junit where the report goes as JUnit XML, or null
 * @param markdown where it goes as Markdown, or null
 */
public record Mode(
        boolean toTheEnd,
        boolean cancel,
        @Nullable Path junit,
        @Nullable Path markdown) {
    public static Mode waiting() {
        return new Mode(true, false, null, null);
    }

    public static Mode cancelling() {
        return new Mode(true, true, null, null);
    }
}

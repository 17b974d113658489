package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.run.Mode;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where reports go. */
public final class ReportOptions {
    @Option(names = "--junit", paramLabel = "FILE", description = "Write the result as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the result as Markdown for a pull request.")
    private @Nullable Path markdown;

    /** @param waitLimit see {@link Mode} */
    public Mode mode(boolean wait, @Nullable Duration waitLimit) {
        return new Mode(wait, waitLimit, false, junit, markdown);
    }
}

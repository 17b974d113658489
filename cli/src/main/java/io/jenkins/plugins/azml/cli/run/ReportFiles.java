package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.report.JUnitXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports where the user wants them. */
final class ReportFiles {
    private ReportFiles() {}

    static void write(Report report, Mode mode) {
        write(mode.junit(), JUnitXml.of(List.of(report.suite())));
        write(mode.markdown(), report.markdown());
    }

    private static void write(@Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Problem.of(ProblemCode.LOCAL_DISK, "could not write " + file + ": " + e.getMessage())
                    .asException();
        }
    }
}

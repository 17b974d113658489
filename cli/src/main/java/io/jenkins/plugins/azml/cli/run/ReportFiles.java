package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.report.JUnitXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        if (Files.isSymbolicLink(file)) {
            throw Problem.of(
                            ProblemCode.LOCAL_DISK,
                            "will not write a report through the link " + file + "; remove it or name another file")
                    .asException();
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw Problem.of(ProblemCode.LOCAL_DISK, "could not write " + file + ": " + e.getMessage())
                    .asException();
        }
    }
}

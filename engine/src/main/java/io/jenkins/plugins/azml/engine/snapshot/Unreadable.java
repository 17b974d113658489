package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A local file that cannot be read, as a problem. */
final class Unreadable {
    private Unreadable() {}

    static ProblemException problem(Path file, IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.INVALID_FILE, "cannot read '" + file + "': " + reason(e)), e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}

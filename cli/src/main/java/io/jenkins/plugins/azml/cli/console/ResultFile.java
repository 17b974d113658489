package io.jenkins.plugins.azml.cli.console;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that a command's object goes to beside standard output, whole or not at all. */
public final class ResultFile {
    private final Optional<Path> file;

    private ResultFile(Optional<Path> file) {
        this.file = file;
    }

    /** @param file in the shell's folder, or null for none */
    public ResultFile(Shell shell, @Nullable Path file) {
        this(Optional.ofNullable(file).map(shell.folder()::resolve));
    }

    public static ResultFile none() {
        return new ResultFile(Optional.empty());
    }

    void write(Map<String, ? extends @Nullable Object> object) {
        file.ifPresent(target -> write(target, Json.write(object)));
    }

    private static void write(Path target, String text) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path whole = target.resolveSibling(target.getFileName() + ".new");
            Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(ProblemCode.LOCAL_DISK, "could not write " + target + ": " + e.getMessage())
                    .asException();
        }
    }
}

package io.jenkins.plugins.azml.plugin.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jenkins.MasterToSlaveFileCallable;

/** Writes a text file in the workspace folder; not through a link, and nowhere else. */
final class WriteText extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String text;

    WriteText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        return Reply.of(() -> write(workspace.toPath().toAbsolutePath().normalize()));
    }

    private String write(Path root) {
        Path target = root.resolve(file).normalize();
        try {
            Path parent = target.getParent();
            if (parent == null || !target.startsWith(root)) {
                throw refused("it is outside the workspace folder");
            }
            Files.createDirectories(parent);
            if (!parent.toRealPath().startsWith(root.toRealPath())) {
                throw refused("a link leads out of the workspace folder");
            }
            Files.writeString(
                    target,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            return file;
        } catch (IOException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private ProblemException refused(String why) {
        return Problem.of(ProblemCode.LOCAL_DISK, "could not write '" + file + "': " + why)
                .asException();
    }
}

package io.jenkins.plugins.azml.runner.files;

import hudson.AbortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git command in a folder. */
public final class Git {
    private final Path folder;

    public Git(Path folder) {
        // A process is not started in the folder that has no name.
        this.folder = folder.toAbsolutePath();
    }

    public boolean isRepository() throws IOException, InterruptedException {
        return run("rev-parse", "--git-dir").exitCode() == 0;
    }

    public boolean isRepositoryRoot() {
        return Files.exists(folder.resolve(".git"));
    }

    public boolean resolves(String revision) throws IOException, InterruptedException {
        return run("rev-parse", "--verify", "--quiet", revision + "^{commit}").exitCode() == 0;
    }

    /** Copies the repository itself, so that git works in the target as it does here. */
    public void copyRepositoryTo(Path target) throws IOException, InterruptedException {
        if (!Files.exists(target.resolve(".git")) && isRepositoryRoot()) {
            Path repository = folder.resolve(line("rev-parse", "--git-dir"));
            Trees.copy(repository, new FileSet("", "", false).list(repository), target.resolve(".git"));
        }
    }

    public String line(String... arguments) throws IOException, InterruptedException {
        List<String> lines = lines(arguments);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /**
     * Runs git and gives the lines that it printed.
     *
     * @throws AbortException with git's own words where it fails
     */
    public List<String> lines(String... arguments) throws IOException, InterruptedException {
        Ran ran = run(arguments);
        if (ran.exitCode() != 0) {
            throw new AbortException("git " + String.join(" ", arguments) + " failed in " + folder + ": "
                    + ran.output().strip());
        }
        return ran.output().lines().toList();
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private record Ran(int exitCode, String output) {}
}

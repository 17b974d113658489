package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Distribution;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.runner.files.Git;
import io.jenkins.plugins.azml.runner.files.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example in a git repository of its own, as its authors change it. */
record Repository(Path folder) {
    private static final String EXAMPLE = "examples/diabetes";
    private static final List<String> IDENTITY =
            List.of("-c", "user.name=azml demo", "-c", "user.email=demo@localhost", "-c", "commit.gpgsign=false");

    /** Makes it anew from the example that came with this release. */
    static Repository in(Path folder) {
        Repository repository = new Repository(folder);
        Path example = example();
        try {
            Trees.delete(folder);
            copy(example, folder.resolve(EXAMPLE));
            repository.git("init", "--quiet");
            repository.git("symbolic-ref", "HEAD", "refs/heads/main");
            repository.commit("Predict diabetes");
            return repository;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path example() {
        return Distribution.ofThisProcess()
                .map(here -> here.example("diabetes"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.FILE_NOT_FOUND,
                                "the worked example did not come with this azml; start azml from its archive or checkout")
                        .asException());
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> source.relativize(file).toString())
                    .toList();
            Trees.copy(source, names, target);
        }
    }

    Path jenkinsfile() {
        return folder.resolve(EXAMPLE).resolve("Jenkinsfile");
    }

    /** Commits another value of one line of the example. */
    void change(String file, String line, String other, String message) {
        Path changed = folder.resolve(EXAMPLE).resolve(file);
        try {
            Files.writeString(changed, Files.readString(changed).replace(line, other));
            commit(message);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void commit(String message) throws IOException {
        git("add", "--all");
        String[] words = Stream.concat(IDENTITY.stream(), Stream.of("commit", "--quiet", "--message", message))
                .toArray(String[]::new);
        git(words);
    }

    private void git(String... words) throws IOException {
        try {
            new Git(folder).lines(words);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git worked in " + folder, stopped);
        }
    }
}

package io.jenkins.plugins.azml.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Git repository that tests commit to, and the bare one that a server shows of it. */
final class Repository {
    private final Path work;
    private final Path bare;

    private Repository(Path work, Path bare) {
        this.work = work;
        this.bare = bare;
    }

    /** An empty one with the branch {@code main}, shown as {@code NAME.git} below the root. */
    static Repository create(Path root, String name) {
        Repository repository = new Repository(root.resolve("work").resolve(name), root.resolve(name + ".git"));
        try {
            Files.createDirectories(repository.work);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Command.run(root, "git", "init", "-q", "--bare", "-b", "main", repository.bare.toString());
        repository.git("init", "-q", "-b", "main");
        repository.git("config", "user.email", "acceptance@example.invalid");
        repository.git("config", "user.name", "acceptance");
        return repository;
    }

    /** Copies a file, or a folder with all that it holds. */
    Repository copy(Path from, String to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = file.equals(from)
                        ? work.resolve(to)
                        : work.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    Repository write(String file, String text) {
        try {
            Path target = work.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Writes a shell script that can be run. */
    Repository command(String file, String text) {
        write(file, "#!/bin/sh\nset -e\n" + text);
        if (!work.resolve(file).toFile().setExecutable(true)) {
            throw new AssertionError(file + " cannot be made executable");
        }
        return this;
    }

    /** Writes a copy of a file with one text instead of another. */
    Repository replaced(String file, String copy, String old, String other) {
        try {
            String text = Files.readString(work.resolve(file));
            if (!text.contains(old)) {
                throw new AssertionError(file + " has no '" + old + "'");
            }
            return write(copy, text.replace(old, other));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins a branch at the commit that is there now. */
    Repository branch(String name) {
        git("checkout", "-q", "-b", name);
        return this;
    }

    Repository checkout(String name) {
        git("checkout", "-q", name);
        return this;
    }

    /** Commits everything and shows it. */
    Repository commit(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
        git("push", "-q", bare.toString(), "HEAD");
        Command.run(bare, "git", "update-server-info");
        return this;
    }

    private void git(String... words) {
        Command.run(
                work, Stream.concat(Stream.of("git"), List.of(words).stream()).toArray(String[]::new));
    }
}

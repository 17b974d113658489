package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the emulator's cache holds: servers and Python environments, each named by its content. */
record Installed(Set<String> names) {

    static Installed now(Shell shell) {
        Path cache = cache(shell);
        if (!Files.isDirectory(cache)) {
            return new Installed(Set.of());
        }
        try (Stream<Path> entries = Files.list(cache)) {
            return new Installed(entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many have been made since. */
    long newSince(Shell shell) {
        return now(shell).names().stream().filter(name -> !names.contains(name)).count();
    }

    private static Path cache(Shell shell) {
        if (!shell.variable("AZML_CACHE").isEmpty()) {
            return Path.of(shell.variable("AZML_CACHE"));
        }
        return shell.variable("XDG_CACHE_HOME").isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "azml")
                : Path.of(shell.variable("XDG_CACHE_HOME"), "azml");
    }
}

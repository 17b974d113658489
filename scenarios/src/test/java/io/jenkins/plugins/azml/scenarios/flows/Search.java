package io.jenkins.plugins.azml.scenarios.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a secret in all that a flow leaves, and before each command in all that the command could read. */
final class Search {
    private final String secret;
    private final List<String> found = new ArrayList<>();
    private int environments;
    private int files;
    private int kills;

    Search(String secret) {
        this.secret = secret;
    }

    Search through(Trial trial, Flow flow, Kill kill) throws IOException {
        trial.agent().watch(this::look);
        trial.run(flow.builds(), kill);
        kills = trial.kills();
        look("console", trial.console());
        look(trial.folder());
        return this;
    }

    private void look(TwinAgent.Command command) {
        environments++;
        look("environment of " + command, String.valueOf(command.environment()));
        look(command + "", command.script());
        look(command.folder());
    }

    private void look(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> look("file " + folder.relativize(file), read(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String read(Path file) {
        try {
            files++;
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void look(String place, String text) {
        if (text.contains(secret)) {
            found.add(place);
        }
    }

    /** The places where it is. */
    List<String> found() {
        return found;
    }

    int environments() {
        return environments;
    }

    int files() {
        return files;
    }

    int kills() {
        return kills;
    }

    @Override
    public String toString() {
        return "searched " + environments + " environments and " + files + " files, found in " + found.size();
    }
}

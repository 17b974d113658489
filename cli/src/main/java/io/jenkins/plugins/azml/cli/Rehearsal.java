package io.jenkins.plugins.azml.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A command that loads, before it runs, the classes that a submission needs. The launcher calls it once, to keep what is
 * loaded for all later starts. {@code bench/classes} writes the list.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        InputStream list = Objects.requireNonNull(Rehearsal.class.getResourceAsStream("classes.txt"));
        try (BufferedReader names = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            names.lines().forEach(Rehearsal::load);
        }
        Main.main(arguments);
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            // Of another release of Java: a start is slower without it, and nothing else.
        }
    }
}

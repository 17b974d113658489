package io.jenkins.plugins.azml.emulator.install;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a tool's version. */
public record Version(int major, int minor) implements Comparable<Version> {
    private static final Pattern FIRST_NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

    /** Finds the version in what a tool prints, for example {@code v20.1.2} or {@code Python 3.11.7}. */
    public static Optional<Version> find(String text) {
        Matcher matcher = FIRST_NUMBERS.matcher(text);
        return matcher.find()
                ? Optional.of(new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}

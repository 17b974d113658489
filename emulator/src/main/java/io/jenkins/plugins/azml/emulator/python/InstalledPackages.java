package io.jenkins.plugins.azml.emulator.python;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of which packages an environment holds, as its folder tells. */
record InstalledPackages(Map<String, String> versions) {
    private static final Pattern PINNED = Pattern.compile("([A-Za-z0-9._-]+)==([A-Za-z0-9.+!_-]+)");
    private static final Pattern DISTRIBUTION = Pattern.compile("(.+?)-([^-]+)\\.dist-info");

    static InstalledPackages of(Path environment) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        Path libraries = environment.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (DirectoryStream<Path> pythons = Files.newDirectoryStream(libraries, "python*")) {
                for (Path python : pythons) {
                    addAll(python.resolve("site-packages"), versions);
                }
            }
        }
        return new InstalledPackages(versions);
    }

    private static void addAll(Path packages, Map<String, String> versions) throws IOException {
        try (DirectoryStream<Path> distributions = Files.newDirectoryStream(packages, "*.dist-info")) {
            for (Path distribution : distributions) {
                Matcher name = DISTRIBUTION.matcher(String.valueOf(distribution.getFileName()));
                if (name.matches()) {
                    versions.put(normalized(name.group(1)), name.group(2));
                }
            }
        }
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    /** Whether all requirements are exact versions and all of those are here. */
    boolean meet(Requirements requirements) {
        return requirements.lines().stream().allMatch(line -> {
            Matcher pinned = PINNED.matcher(line);
            return pinned.matches() && pinned.group(2).equals(versions.get(normalized(pinned.group(1))));
        });
    }
}

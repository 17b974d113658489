package io.jenkins.plugins.azml.signatures;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the signatures with the classes of a real Jenkins. {@code CompareSignatures SIGNATURES CLASSPATH}: the folder of
 * compiled signatures, and the jars of Jenkins and its plugins; a folder stands for all jars below it. Ends with 1 if
 * anything differs.
 */
public final class CompareSignatures {
    private CompareSignatures() {}

    public static void main(String[] arguments) throws IOException {
        List<String> differences = of(Path.of(arguments[0]), arguments[1]);
        differences.forEach(System.out::println);
        System.out.println(
                names(Path.of(arguments[0])).size() + " signatures compared, " + differences.size() + " differences");
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    /** Every difference on a line of its own. */
    static List<String> of(Path signatures, String classpath) throws IOException {
        try (URLClassLoader ours = loader(List.of(signatures.toFile()), CompareSignatures.class.getClassLoader());
                URLClassLoader real = loader(jars(classpath), ClassLoader.getPlatformClassLoader())) {
            List<String> differences = new ArrayList<>();
            for (String name : names(signatures)) {
                differences.addAll(differences(name, ours, real));
            }
            return differences;
        }
    }

    private static List<String> differences(String name, ClassLoader ours, ClassLoader real) {
        try {
            return new Comparison(Class.forName(name, false, ours), Class.forName(name, false, real))
                    .differences().stream().map(text -> name + ": " + text).toList();
        } catch (ClassNotFoundException | LinkageError e) {
            return List.of(name + ": is not there: " + e);
        }
    }

    private static List<String> names(Path signatures) throws IOException {
        try (Stream<Path> files = Files.walk(signatures)) {
            return files.map(file -> signatures.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
                    .filter(name -> !name.startsWith(CompareSignatures.class.getPackageName()))
                    .sorted()
                    .toList();
        }
    }

    private static URLClassLoader loader(List<File> places, ClassLoader parent) {
        return new URLClassLoader(places.stream().map(CompareSignatures::url).toArray(URL[]::new), parent);
    }

    private static URL url(File place) {
        try {
            return place.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<File> jars(String classpath) {
        return Arrays.stream(classpath.split(File.pathSeparator))
                .map(Path::of)
                .flatMap(place -> Files.isDirectory(place) ? below(place).stream() : Stream.of(place.toFile()))
                .toList();
    }

    private static List<File> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jenkins.plugins.azml.plugin.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the Checks API plugin is not, nothing of it is missed. */
class WithoutChecksApiTest {
    private static final String OURS = "io.jenkins.plugins.azml.plugin.";
    private static final String THEIRS = "io.jenkins.plugins.checks.";
    private static final Path CLASSES = Path.of("target/classes");

    /** Loads the plugin's classes anew, and none of the Checks API. */
    private static final class Without extends ClassLoader {
        private final Set<String> missed = new TreeSet<>();

        Without() {
            super(WithoutChecksApiTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(THEIRS)) {
                missed.add(name);
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = Files.newInputStream(CLASSES.resolve(name.replace('.', '/') + ".class"))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** As Jenkins does with extensions, steps and what it saves: verified, initialized, looked through. */
    private static boolean links(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            Class<?> type = Class.forName(name, true, loader);
            type.getDeclaredMethods();
            type.getDeclaredFields();
            type.getDeclaredConstructors();
            return true;
        } catch (NoClassDefFoundError missing) {
            return false;
        }
    }

    @Test
    void every_class_but_one_links_without_the_checks_api() throws Exception {
        Without loader = new Without();
        List<String> broken = new ArrayList<>();
        List<String> linked = new ArrayList<>();
        for (String name : names()) {
            if (!name.equals(ChecksApi.class.getName())) {
                (links(name, loader) ? linked : broken).add(name);
            }
        }

        assertThat(broken).isEmpty();
        assertThat(loader.missed).as("asked for by %d classes", linked.size()).isEmpty();
        assertThat(links(ChecksApi.class.getName(), loader)).isFalse();
        System.out.println(linked.size() + " classes of the plugin link where the Checks API is not, 1 does not");
    }

    @Test
    void one_class_names_the_checks_api() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ChecksApi.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(THEIRS + ".")
                .check(new ClassFileImporter().importPath(CLASSES));
    }
}

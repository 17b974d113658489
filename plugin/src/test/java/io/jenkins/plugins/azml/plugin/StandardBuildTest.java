package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.plugin.Pom.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The standard build cannot be run without the Jenkins project's repository: what can be compared with ours, is. */
class StandardBuildTest {
    private static final String MANIFEST =
            "//plugin[artifactId='maven-assembly-plugin']/executions/execution/configuration/archive/manifestEntries/";

    private Pom root;
    private Pom ours;
    private Pom standard;

    @BeforeEach
    void read() throws Exception {
        root = new Pom("../pom.xml");
        ours = new Pom("pom.xml");
        standard = new Pom("pom-jenkins.xml");
    }

    private Dependency standard(String artifact) {
        return standard.dependencies().stream()
                .filter(dependency -> dependency.artifact().equals(artifact)
                        && dependency.classifier().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is no dependency of pom-jenkins.xml"));
    }

    /** What our build compiles main code against, without the signatures that stand for Jenkins. */
    private List<Dependency> libraries() {
        return Stream.concat(root.dependencies().stream(), ours.dependencies().stream())
                .filter(dependency -> dependency.scope().isEmpty())
                .toList();
    }

    private String version(Dependency library) {
        return library.artifact().startsWith("io.jenkins.plugins.azml:")
                ? root.text("/project/version")
                : root.managed().stream()
                        .filter(managed -> managed.artifact().equals(library.artifact()))
                        .findFirst()
                        .orElseThrow()
                        .version();
    }

    @Test
    void every_library_is_there_in_the_same_version_without_the_same_parts() {
        assertThat(libraries())
                .extracting(Dependency::artifact)
                .contains("io.jenkins.plugins.azml:azml-engine", "com.google.jimfs:jimfs", "org.jspecify:jspecify");
        assertThat(libraries()).allSatisfy(library -> {
            Dependency there = standard(library.artifact());
            assertThat(there.version()).isEqualTo(version(library));
            assertThat(there.exclusions()).isEqualTo(library.exclusions());
            assertThat(there.isTested()).isFalse();
        });
    }

    @Test
    void every_plugin_of_our_manifest_is_a_dependency_there_and_as_optional_as_here() {
        String[] plugins = ours.text(MANIFEST + "Plugin-Dependencies").split(",");

        assertThat(plugins).hasSizeGreaterThan(5);
        assertThat(Arrays.asList(plugins)).allSatisfy(plugin -> {
            String name = plugin.substring(0, plugin.indexOf(':'));
            Dependency there = standard.dependencies().stream()
                    .filter(dependency -> dependency.artifact().endsWith(":" + name) && !dependency.isTested())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is no dependency of pom-jenkins.xml"));
            assertThat(there.optional()).isEqualTo(plugin.endsWith(";resolution:=optional"));
        });
        System.out.println("the standard build knows " + libraries().size() + " libraries and " + plugins.length
                + " plugins as ours does");
    }

    @Test
    void the_archive_is_for_the_same_jenkins_and_loads_its_own_classes_first() {
        assertThat(standard.property("jenkins.version")).isEqualTo(ours.property("jenkins.version"));
        assertThat(standard.text("//plugin[artifactId='maven-hpi-plugin']/configuration/pluginFirstClassLoader"))
                .isEqualTo(ours.text(MANIFEST + "PluginFirstClassLoader"));
        assertThat(standard.text("/project/artifactId")).isEqualTo(ours.text(MANIFEST + "Short-Name"));
    }

    /** The standard parent writes a class for every Messages.properties, where we have one of that name. */
    @Test
    void no_class_is_written_over_ours() {
        assertThat(standard.text(
                        "//plugin[artifactId='localizer-maven-plugin']/executions/execution[id='default']/phase"))
                .isEqualTo("none");
    }

    @Test
    void no_double_of_a_class_of_jenkins_stands_beside_the_real_one() throws IOException {
        assertThat(standard.text("/project/build/testSourceDirectory")).isEqualTo("src/jenkins/java");
        try (Stream<Path> files = Files.walk(Path.of("src/jenkins/java"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(file.toString()).startsWith("src/jenkins/java/io/jenkins/plugins/azml/"));
        }
    }
}

package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library in a plain folder: variables, classes and resources. */
class LibraryFolderTest {
    private static final String USE = "greet('you') { echo \"inside ${it}\" }\n"
            + "echo greet.twice('a')\n"
            + "echo \"class ${new org.acme.Tool(this).shout('b')}\"\n";

    @TempDir
    private Path folder;

    private TrialRun run;
    private Path library;

    @BeforeEach
    void layOut() throws IOException {
        run = new TrialRun(folder);
        library = folder.resolve("house");
        write(
                "vars/greet.groovy",
                "def call(String who, Closure body) {\n    echo libraryResource('org/acme/hello.txt') + who\n"
                        + "    body('the body of ' + who)\n    sleep time: 1, unit: 'MILLISECONDS'\n}\n"
                        + "def twice(x) { x * 2 }\n");
        write(
                "src/org/acme/Tool.groovy",
                "package org.acme\nclass Tool implements Serializable {\n    def script\n    Tool(script) { this.script = script }\n"
                        + "    String shout(String s) { script.echo 'from a class'; s.toUpperCase() }\n"
                        + "    static String name() { 'tool' }\n}\n");
        write("resources/org/acme/hello.txt", "hello ");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(library.resolve(file).getParent());
        Files.writeString(library.resolve(file), text);
    }

    private RunResult run(String script, boolean implicit, Durability durability) throws IOException {
        return run.of(
                script,
                options -> options.durability(durability)
                        .libraries(List.of(new LibrarySource("house", library, "main", implicit))));
    }

    private void assertUsed(RunResult result) {
        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console())
                .contains("Loading library house@main")
                .containsSubsequence("hello you", "inside the body of you", "aa", "from a class", "class B");
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void it_is_loaded_by_an_annotation(Durability durability) throws IOException {
        assertUsed(run("@Library('house') import org.acme.Tool\n" + USE + "echo Tool.name()", false, durability));
    }

    @Test
    void it_is_loaded_by_a_step_and_its_classes_are_reached_through_it() throws IOException {
        RunResult result = run(
                "def house = library('house')\ngreet('you') { echo \"inside ${it}\" }\necho greet.twice('a')\n"
                        + "def tool = house.org.acme.Tool.new(this)\necho \"class ${tool.shout('b')} ${house.org.acme.Tool.name()}\"",
                false,
                Durability.EVERYWHERE);

        assertUsed(result);
        assertThat(run.console()).contains("class B tool");
    }

    @Test
    void every_script_has_an_implicit_one() throws IOException {
        assertUsed(run(USE, true, Durability.EVERYWHERE));
    }

    @Test
    void a_mistake_in_it_is_told_with_its_file_and_line() throws IOException {
        write("vars/broken.groovy", "def call() {\n    if (\n}\n");

        RunResult result = run("broken()", true, Durability.OFF);

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console()).contains("broken.groovy: 3:").contains("@ line 3, column 1.");
    }

    @Test
    void what_it_calls_is_not_for_the_sandbox_to_refuse() throws IOException {
        write("vars/home.groovy", "def call() { System.getProperty('java.version') }");

        RunResult result = run("echo \"java ${home()}\"", true, Durability.OFF);

        assertThat(result.rejections()).isEmpty();
        assertThat(run.console()).contains("java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void a_variable_may_be_a_whole_declarative_pipeline(Durability durability) throws IOException {
        write(
                "vars/standard.groovy",
                "def call(Map config) {\n    if (config.release) {\n        error 'not now'\n    } else {\n"
                        + "        pipeline {\n            agent any\n            environment { NAME = \"${config.name}\" }\n"
                        + "            stages {\n                stage('Build') {\n"
                        + "                    when { expression { config.name == 'x' } }\n"
                        + "                    steps { echo \"building ${NAME}\" }\n                }\n            }\n"
                        + "        }\n    }\n}\n");

        RunResult result = run("standard(name: 'x', release: false)", true, durability);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console()).contains("[Pipeline] { (Build)", "building x");
    }

    @Test
    void a_pipeline_in_another_block_is_an_error_with_line_and_column() throws IOException {
        RunResult result = run("node {\n    pipeline {\n        agent any\n    }\n}\n", false, Durability.OFF);

        assertThat(result.failure())
                .isEqualTo("Jenkinsfile:2:5: pipeline block must be at the top-level, not within another block.");
    }
}

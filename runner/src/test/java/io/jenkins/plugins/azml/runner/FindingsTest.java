package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.durable.Durability;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a restart or the engine takes away is named: which variable, and on which line. */
class FindingsTest {
    /** A helper that waits, so that the line of the variable is not the line of the step. */
    private static final String WAITS = "def waits() {\n    sleep time: 1, unit: 'MILLISECONDS'\n}\n";

    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    def found = 'a1' =~ /[0-9]/; waits()                        | variable 'found'     | java.util.regex.Matcher
                    def part = [1, 2, 3].subList(0, 2); waits()                 | variable 'part'      | java.util.ArrayList$SubList
                    def deep = [a: [1, ['x' =~ /y/]]]; waits()                  | variable 'deep'      | java.util.regex.Matcher
                    for (i in 0..1) { waits() }                                 | loop over 'i'        | groovy.lang.IntRange
                    for (pair in [a: 1]) { waits() }                            | variable 'pair'      | java.util.LinkedHashMap$Entry
                    def data = new groovy.json.JsonSlurper().parseText('{}'); waits() | variable 'data' | groovy.json.internal.LazyMap
                    """)
    void what_cannot_be_saved_is_named_with_its_variable_and_line(String code, String holder, String type)
            throws IOException {
        RunResult result = run.of(WAITS + "def holds() {\n    " + code + "\n}\nholds()");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console()).contains("java.io.NotSerializableException: " + type);
        assertThat(result.findings())
                .singleElement()
                .asString()
                .startsWith("Jenkinsfile:")
                .contains("the " + holder + " holds a " + type + ", which cannot be saved");
    }

    @Test
    void the_line_is_that_of_the_call_in_the_method_of_the_variable() throws IOException {
        RunResult result = run.of(WAITS + "def m = 'a' =~ /a/\necho 'b'\nwaits()");

        assertThat(result.findings()).singleElement().asString().startsWith("Jenkinsfile:6: the variable 'm'");
    }

    @Test
    void a_field_of_an_object_of_the_script_is_named() throws IOException {
        RunResult result = run.of(
                WAITS + "class Box implements Serializable { def kept }\ndef b = new Box(kept: 'a' =~ /a/)\nwaits()");

        assertThat(result.findings()).singleElement().asString().startsWith("Jenkinsfile:6: the field 'kept'");
    }

    @Test
    void a_static_field_that_a_restart_would_reset_is_named() throws IOException {
        RunResult result = run.of(
                "class Count { static int made = 0 }\nCount.made = 2\nsleep time: 1, unit: 'MILLISECONDS'",
                options -> options.durability(Durability.WHERE_JENKINS_SAVES));

        assertThat(result.findings())
                .containsExactly("Jenkinsfile:3: the static field 'made' of Count is 2 and would be 0 again after a"
                        + " restart: statics are not saved; keep it in an object that is passed on");
    }

    @Test
    void a_step_in_a_method_that_is_not_transformed_is_named() throws IOException {
        RunResult result = run.of(
                "@NonCPS\ndef wrong() {\n    sleep time: 1, unit: 'MILLISECONDS'\n    'lost'\n}\necho 'x'\necho \"${wrong()}\"");

        assertThat(result.findings())
                .singleElement()
                .asString()
                .startsWith("Jenkinsfile:7: ")
                .contains("wrong");
    }

    @Test
    void a_sort_with_a_closure_is_named() throws IOException {
        RunResult result = run.of("def l = ['bb', 'a']\nl.sort { it.length() }");

        assertThat(result.findings())
                .singleElement()
                .asString()
                .startsWith("Jenkinsfile:2: java.util.ArrayList.sort called")
                .contains("@NonCPS");
    }

    @Test
    void a_script_that_can_be_saved_has_no_findings() throws IOException {
        RunResult result = run.of(
                WAITS
                        + "def l = ['a', 'b']\nfor (x in l) { waits() }\nl.each { waits() }\nString m = ('a' =~ /a/)[0]\nwaits()",
                options -> options.durability(Durability.EVERYWHERE));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(result.findings()).isEmpty();
    }
}

package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that read and write YAML and JSON. */
class DataStepsTest {
    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @Test
    void yaml_is_read_by_the_older_version_that_jenkins_reads() throws IOException {
        run.of("echo \"${readYaml(text: 'base: &b {x: 1}\\nall: {<<: *b, on: yes, name: \"yes\"}').all}\"");

        assertThat(run.console()).contains("true:true", "x:1", "name:yes");
    }

    @Test
    void several_yaml_documents_are_a_list() throws IOException {
        run.of("echo \"${readYaml(text: '---\\na: 1\\n---\\nb: 2')} ${readYaml(text: '')}\"");

        assertThat(run.console()).contains("[[a:1], [b:2]] []");
    }

    @Test
    void a_text_needs_no_node_and_a_file_does() throws IOException {
        run.of("echo \"${readJSON(text: '{\"a\": [1, null]}').a}\"\nreadJSON file: 'x.json'");

        assertThat(run.console())
                .contains("[1, null]")
                .contains(
                        "Perhaps you forgot to surround the readJSON step with a step that provides this, such as: node");
    }

    @Test
    void json_is_indented_as_asked_for() throws IOException {
        run.of("echo writeJSON(json: [a: [1], b: null], returnText: true)\n"
                + "echo writeJSON(json: [a: [1]], returnText: true, pretty: 2)");

        assertThat(run.console()).contains("{\"a\":[1],\"b\":null}").contains("{\n  \"a\": [\n    1\n  ]\n}");
    }

    @Test
    void what_a_step_cannot_do_at_once_is_said_in_its_own_words() throws IOException {
        run.of("try { writeJSON json: [:] } catch (e) { echo e.message }\n"
                + "try { writeYaml returnText: true } catch (e) { echo e.message }\n"
                + "try { readJSON text: '{}', file: 'x' } catch (e) { echo e.message }");

        assertThat(run.console())
                .contains("You have to provide either file or returnText to writeJSON.")
                .contains("data or datas parameter must be provided to writeYaml")
                .contains("At most one of file or text must be provided to readJSON.");
    }
}

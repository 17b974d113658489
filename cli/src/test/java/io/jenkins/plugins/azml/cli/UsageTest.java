package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    private Path folder;

    private Terminal terminal(String... environment) {
        return new Terminal(folder, environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]));
    }

    @Test
    void a_misspelt_command_is_refused_with_the_nearest_one() {
        Terminal terminal = terminal();

        int status = terminal.run("trian");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("""
                        error INVALID_ARGUMENT: azml has no command 'trian'; did you mean 'train'?
                          help: azml --help
                        """);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void a_misspelt_option_is_refused_with_the_nearest_one() {
        Terminal terminal = terminal();

        int status = terminal.run("evaluate", "gates.yml", "--jbo", "x");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("azml evaluate");
    }

    @Test
    void an_argument_that_begins_with_an_at_sign_is_taken_literally() throws Exception {
        Files.writeString(folder.resolve("arguments"), "--help");
        Terminal terminal = terminal();

        int status = terminal.run("validate", "@" + folder.resolve("arguments"));

        assertThat(status).isEqualTo(2);
        assertThat(terminal.out()).doesNotContain("Usage").contains("@" + folder);
    }

    @Test
    void a_missing_workspace_names_every_way_to_say_it() throws Exception {
        Path job = Files.writeString(folder.resolve("job.yml"), "type: command");
        Terminal terminal = terminal();

        int status = terminal.run("train", job.toString());

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err())
                .contains("error INVALID_ARGUMENT: the workspace is not known: expected -w NAME,")
                .contains("AZUREML_WORKSPACE_NAME or an entry in");
    }

    @Test
    void a_failure_is_an_object_where_objects_are_asked_for() {
        Terminal terminal = terminal();

        int status = terminal.run("status", "no-such-run", "--output", "json");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.out())
                .startsWith("{\"status\":\"usage\",\"exitCode\":2,\"problems\":[{\"code\":\"RUN_NOT_FOUND\"")
                .hasLineCount(1);
    }

    @Test
    void the_object_goes_to_a_file_too_while_people_read_the_text() {
        Terminal terminal = terminal();

        int status = terminal.run("status", "no-such-run", "--result", "deep/result.json");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("error RUN_NOT_FOUND:");
        assertThat(terminal.out()).isEmpty();
        assertThat(folder.resolve("deep/result.json"))
                .content()
                .startsWith("{\"status\":\"usage\",\"exitCode\":2,\"problems\":[{\"code\":\"RUN_NOT_FOUND\"");
    }

    @Test
    void a_file_with_mistakes_is_reported_with_their_places() throws Exception {
        Path job = Files.writeString(
                folder.resolve("job.yml"), "type: command\ncomand: ls\nenvironment: azureml:e:1\ncompute: azureml:c\n");
        Terminal terminal = terminal();

        int status = terminal.run("validate", job.toString());

        assertThat(status).isEqualTo(2);
        assertThat(terminal.out()).contains("job.yml:2:1:").contains("did you mean 'command'?");
    }

    @Test
    void gates_and_tests_are_checked_by_their_own_readers() throws Exception {
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    mix: 3\n");
        Terminal terminal = terminal();

        int status = terminal.run("validate", gates.toString(), "--output", "json");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.out()).contains("\"valid\":false").contains("\"line\":3");
    }

    @Test
    void what_a_file_would_write_is_rendered_without_a_workspace() throws Exception {
        Path compute = Files.writeString(
                folder.resolve("compute.yml"), "name: small\ntype: amlcompute\nsize: Standard_DS3_v2\n");
        Terminal terminal = terminal();

        int status = terminal.run("render", compute.toString(), "--set", "max_instances=7");

        assertThat(status).isZero();
        assertThat(terminal.out()).startsWith("[ {").contains("\"maxNodeCount\" : 7");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void a_run_that_cannot_reach_azure_ends_with_5_and_can_be_resumed() throws Exception {
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    max: 3\n");
        Terminal terminal = new Terminal(
                folder,
                Map.of(
                        "ARM_CLOUD_METADATA_URL", "https://127.0.0.1:1/metadata/endpoints",
                        "AZURE_SUBSCRIPTION_ID", "s",
                        "AZURE_RESOURCE_GROUP", "g",
                        "AZUREML_WORKSPACE_NAME", "dev"));

        int status = terminal.run("evaluate", gates.toString(), "--job", "some-job", "--run", "eval-1");

        assertThat(status).isEqualTo(5);
        assertThat(terminal.err()).contains("error UNREACHABLE:").contains("run: azml resume eval-1");
        assertThat(folder.resolve(".azml/runs/eval-1/request.json"))
                .content()
                .contains("\"stage\" : \"evaluate\"")
                .contains("\"gates\" : ");
        assertThat(folder.resolve(".azml/runs/eval-1/0-gates.yml")).hasSameTextualContentAs(gates);
        assertThat(terminal.run("evaluate", gates.toString(), "--job", "some-job", "--run", "eval-1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("there is a run 'eval-1' already; 'azml resume eval-1' goes on with it");
        assertThat(terminal.run("status", "eval-1")).isZero();
        assertThat(terminal.out()).contains("not begun");
    }

    @Test
    void a_colour_never_reaches_what_is_no_terminal() {
        Terminal terminal = terminal("FORCE_COLOR", "1");

        terminal.run("--help");
        terminal.run("nothing");

        assertThat(terminal.out() + terminal.err()).doesNotContain("\u001b");
    }
}

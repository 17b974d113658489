package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final Map<String, String> NOWHERE = Map.of(
            "ARM_CLOUD_METADATA_URL", "https://127.0.0.1:1/metadata/endpoints",
            "AZURE_SUBSCRIPTION_ID", "s",
            "AZURE_RESOURCE_GROUP", "g",
            "AZUREML_WORKSPACE_NAME", "dev");

    @Test
    void a_call_with_a_mistake_begins_no_run_so_that_its_id_is_free_for_the_mended_one() throws Exception {
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    mix: 3\n");
        Terminal terminal = new Terminal(folder, NOWHERE);

        int wrong = terminal.run("evaluate", gates.toString(), "--job", "some-job", "--run", "eval-1");

        assertThat(wrong).isEqualTo(2);
        assertThat(folder.resolve(".azml/runs/eval-1")).doesNotExist();
        assertThat(terminal.err()).doesNotContain("run eval-1");
        Files.writeString(gates, "gates:\n  - metric: rmse\n    max: 3\n");
        assertThat(terminal.run("evaluate", gates.toString(), "--job", "some-job", "--run", "eval-1"))
                .isEqualTo(5);
    }

    @Test
    void a_file_that_is_no_text_is_told_by_the_name_that_was_given() throws Exception {
        Path gates = Files.write(folder.resolve("gates.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Terminal terminal = new Terminal(folder, NOWHERE);

        int status = terminal.run("evaluate", gates.toString(), "--job", "some-job");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("error INVALID_FILE: " + gates + ": the file is not UTF-8 text");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    train    | gates:                 | INVALID_FILE: %s:1:1: expected a command job, found a gates file
                    train    | endpoint_name: e       | INVALID_FILE: %s:1:1: a command job has no key 'endpoint_name'
                    train    | type: pipeline         | NOT_SUPPORTED: %s:1:1: expected a command job, found a pipeline job, which is not supported yet
                    train    | $schema: x/managedOnlineDeployment.schema.json | INVALID_FILE: %s:1:1: expected a command job, found a managed online deployment
                    evaluate | type: command          | INVALID_FILE: %s:1:1: expected a gates file, found a command job
                    evaluate | tests:                 | INVALID_FILE: %s:1:1: expected a gates file, found a tests file
                    """)
    void a_file_of_another_kind_is_told_in_one_line(String command, String text, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("file.yml"), text + "\n");
        Terminal terminal = new Terminal(folder, NOWHERE);
        List<String> line = new ArrayList<>(List.of(command, file.toString()));
        if (command.equals("evaluate")) {
            line.addAll(List.of("--job", "j"));
        }

        int status = terminal.run(line.toArray(String[]::new));

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).startsWith("error " + words.formatted(file));
    }

    @Test
    void a_deployment_that_names_no_registered_model_says_the_ways_to_name_one() throws Exception {
        Path deployment = Files.writeString(
                folder.resolve("deployment.yml"),
                "name: blue\nendpoint_name: ours\ninstance_type: Standard_DS3_v2\nmodel: {path: .}\n");
        Terminal terminal = new Terminal(folder, NOWHERE);

        int status = terminal.run("deploy", deployment.toString());

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("expected --model NAME:VERSION, or in the file");
    }

    @Test
    void an_endpoint_file_of_another_endpoint_is_refused() throws Exception {
        Path deployment = Files.writeString(
                folder.resolve("deployment.yml"),
                "name: blue\nendpoint_name: ours\ninstance_type: Standard_DS3_v2\nmodel: azureml:m:1\n");
        Path endpoint = Files.writeString(folder.resolve("endpoint.yml"), "name: theirs\nauth_mode: key\n");
        Terminal terminal = new Terminal(folder, NOWHERE);

        int status = terminal.run("deploy", deployment.toString(), "--endpoint-file", endpoint.toString());

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("it describes endpoint 'theirs'").contains("goes to 'ours'");
    }

    @Test
    void a_gates_file_is_nothing_to_render() throws Exception {
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    max: 3\n");
        Terminal terminal = terminal();

        int status = terminal.run("render", gates.toString());

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("a gates file is nothing that Azure ML keeps");
    }

    @Test
    void a_colour_never_reaches_what_is_no_terminal() {
        Terminal terminal = terminal("FORCE_COLOR", "1");

        terminal.run("--help");
        terminal.run("nothing");

        assertThat(terminal.out() + terminal.err()).doesNotContain("\u001b");
    }
}

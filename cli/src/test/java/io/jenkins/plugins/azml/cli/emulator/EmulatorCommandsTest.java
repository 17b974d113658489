package io.jenkins.plugins.azml.cli.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.cli.Terminal;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With twins: a real process, its jobs and servers in memory. */
class EmulatorCommandsTest {
    @TempDir
    private Path folder;

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(folder, environment);
    }

    @AfterEach
    void stop() {
        terminal(Map.of()).run("emulator", "stop");
    }

    private Map<String, String> environmentOf(String workspace) {
        Terminal terminal = terminal(Map.of());
        assertThat(terminal.run("emulator", "env", "-w", workspace, "--output", "json"))
                .isZero();
        return new HashMap<>(JsonObject.read(terminal.out()).texts());
    }

    @Test
    void in_its_shell_every_command_finds_it_without_a_configuration() throws Exception {
        Path compute = Files.writeString(
                folder.resolve("compute.yml"), "name: small\ntype: amlcompute\nsize: Standard_DS3_v2\n");
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    max: 3\n");
        assertThat(terminal(Map.of()).run("emulator", "start", "--twins")).isZero();
        Terminal shell = terminal(environmentOf("dev"));

        assertThat(shell.run("setup", compute.toString())).isZero();
        assertThat(shell.run("setup", compute.toString(), "-w", "prod")).isZero();
        assertThat(shell.run("setup", compute.toString(), "-w", "prod", "--output", "json"))
                .isZero();

        assertThat(shell.out()).contains("created", "\"effect\":\"unchanged\"");
        assertThat(shell.run("evaluate", gates.toString(), "--job", "j", "-w", "nowhere"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("error NOT_FOUND: there is no workspace 'nowhere' in resource group '");
        assertThat(shell.run("emulator", "requests")).isZero();
        assertThat(shell.out()).contains("Compute_CreateOrUpdate");
        assertThat(terminal(Map.of()).run("emulator", "stop")).isZero();
        assertThat(shell.run("setup", compute.toString())).isEqualTo(5);
        assertThat(shell.err()).contains("error UNREACHABLE:");
        assertThat(Files.readString(
                        folder.resolve(".azml/runs").resolve(firstRun()).resolve("request.json")))
                .doesNotContain(environmentOfSecret(shell));
    }

    private String firstRun() throws Exception {
        try (var runs = Files.list(folder.resolve(".azml/runs"))) {
            return runs.findFirst().orElseThrow().getFileName().toString();
        }
    }

    private static String environmentOfSecret(Terminal shell) {
        return shell.environment().get("IDENTITY_HEADER");
    }

    @Test
    void what_it_prints_for_a_shell_is_one_export_a_line_that_a_shell_reads_back() {
        assertThat(terminal(Map.of()).run("emulator", "start", "--twins")).isZero();
        Terminal terminal = terminal(Map.of());

        assertThat(terminal.run("emulator", "env")).isZero();

        assertThat(terminal.out().lines()).allMatch(line -> line.matches("export [A-Z_]+='[^']*'"));
        assertThat(terminal.out().lines().map(line -> line.replaceAll("export ([A-Z_]+)=.*", "$1")))
                .contains(
                        "ARM_CLOUD_METADATA_URL",
                        "IDENTITY_ENDPOINT",
                        "IDENTITY_HEADER",
                        "REQUESTS_CA_BUNDLE",
                        "NODE_EXTRA_CA_CERTS",
                        "NO_PROXY",
                        "AZURE_SUBSCRIPTION_ID",
                        "AZURE_RESOURCE_GROUP",
                        "AZUREML_WORKSPACE_NAME");
        assertThat(terminal.run("emulator", "env", "-w", "nowhere")).isEqualTo(2);
        assertThat(terminal.err()).contains("no workspace 'nowhere'");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal terminal = terminal(Map.of());

            int status = terminal.run("emulator", "start", "--twins", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(status).isEqualTo(1);
            assertThat(terminal.err())
                    .contains(
                            "error NOT_STARTED", "port " + taken.getLocalPort() + " is taken", "choose another --port");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --port 99999              | the port 99999 is none: expected 1 to 65535
                    --port -1                 | the port -1 is none
                    --workspaces dev,UPPER    | the workspaces are [dev, UPPER]; expected
                    --workspaces dev,prod,dev | the workspaces are [dev, prod, dev]; expected
                    --workspaces ,            | the workspaces are []; expected
                    """)
    void what_it_cannot_be_started_with_is_said_before_anything_is_started(String options, String words) {
        Terminal terminal = terminal(Map.of());

        int status = terminal.run(("emulator start --twins " + options).split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err())
                .startsWith("error INVALID_ARGUMENT: " + words)
                .doesNotContain("\tat ");
        assertThat(folder.resolve(".azml")).doesNotExist();
    }

    @Test
    void a_fault_that_is_none_is_the_callers_mistake() {
        assertThat(terminal(Map.of()).run("emulator", "start", "--twins")).isZero();
        Terminal terminal = terminal(Map.of());

        assertThat(terminal.run("emulator", "faults", "{\"bad\":1}")).isEqualTo(2);

        assertThat(terminal.err()).contains("error INVALID_ARGUMENT: ", "unknown fields: bad");
    }

    @Test
    void the_next_command_is_told_with_the_folder_that_was_named() {
        String elsewhere = folder.resolve("elsewhere").toString();
        Terminal terminal = terminal(Map.of());

        assertThat(terminal.run("emulator", "start", "--twins", "--folder", elsewhere))
                .isZero();
        assertThat(terminal.run("emulator", "stop", "--folder", elsewhere)).isZero();

        assertThat(terminal.out()).contains("eval \"$(azml emulator env --folder " + elsewhere + ")\"");
    }

    @Test
    void where_none_runs_each_command_says_how_to_start_one() {
        Terminal terminal = terminal(Map.of());

        assertThat(terminal.run("emulator", "status")).isEqualTo(5);
        assertThat(terminal.run("emulator", "env")).isEqualTo(5);

        assertThat(terminal.err()).contains("error NOT_RUNNING: ", "'azml emulator start' starts one");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"plain, 'plain'", "it's, 'it'\\''s'"})
    void values_are_quoted_for_a_shell(String value, String quoted) {
        assertThat(EnvCommand.quoted(value)).isEqualTo(quoted);
    }
}

package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Arguments can be read by everybody on the machine, and stay in a shell's history. */
class PrivateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void no_command_takes_a_secret_as_an_argument() {
        List<String> options = new ArrayList<>();
        collect(Azml.commandLine(new Terminal(folder, Map.of()).shell()), options);

        assertThat(options)
                .hasSizeGreaterThan(30)
                .noneMatch(name -> name.matches("--?(.*-)?(token|secret|password|sas|key|credential|header)(-.*)?"));
    }

    private static void collect(CommandLine command, List<String> options) {
        command.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
        command.getSubcommands().values().forEach(each -> collect(each, options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--token=S3CRET", "--token S3CRET", "train --token=S3CRET", "train x.yml --sas S3CRET"})
    void a_secret_that_was_passed_all_the_same_is_not_repeated(String line) {
        Terminal terminal = new Terminal(folder, Map.of());

        int status = terminal.run(line.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err() + terminal.out()).doesNotContain("S3CRET");
    }

    @Test
    void what_a_run_keeps_is_for_its_owner_alone() throws IOException {
        Path gates = Files.writeString(folder.resolve("gates.yml"), "gates:\n  - metric: rmse\n    max: 3\n");
        Terminal terminal = new Terminal(
                folder,
                Map.of(
                        "ARM_CLOUD_METADATA_URL", "https://127.0.0.1:1/metadata/endpoints",
                        "AZML_TOKEN", "S3CRET-T0KEN",
                        "AZURE_SUBSCRIPTION_ID", "s",
                        "AZURE_RESOURCE_GROUP", "g",
                        "AZUREML_WORKSPACE_NAME", "dev"));

        terminal.run("evaluate", gates.toString(), "--job", "some-job", "--run", "eval-1", "--debug");

        Path run = folder.resolve(".azml/runs/eval-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
        try (var files = Files.walk(folder.resolve(".azml"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("S3CRET-T0KEN"));
        }
        assertThat(terminal.err() + terminal.out()).doesNotContain("S3CRET-T0KEN");
    }
}

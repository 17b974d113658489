package io.jenkins.plugins.azml.plugin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Written;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is brought from an agent, and what never is. */
class CapturingTest {
    @TempDir
    Path home;

    private Path workspace;

    @BeforeEach
    void workspace() throws IOException {
        workspace = Files.createDirectories(home.resolve("workspace")).toRealPath();
        write("src/train.py", "print('secret of the code')");
        write("env/conda.yml", "name: x\ndependencies: [python=3.11]\n");
        write("data.csv", "patient,1");
        Files.writeString(home.resolve("outside.yml"), "password: hunter2");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(workspace.resolve(file).getParent());
        Files.writeString(workspace.resolve(file), text);
    }

    private Capture capture(String... files) {
        return Capture.read(new Capturing(workspace)
                .capture(List.of(files), Map.of(), Map.of())
                .write());
    }

    @Test
    void a_job_reads_the_same_on_the_controller_where_its_files_are_not() throws IOException {
        write("job.yml", """
                type: command
                command: python train.py
                code: src
                compute: azureml:cpu
                environment: {image: python, conda_file: env/conda.yml}
                inputs: {data: {type: uri_file, path: data.csv}}
                """);

        CapturedDisk disk = new CapturedDisk(capture("job.yml"));

        CommandJob job = Specs.read(
                new Written(disk.path("job.yml"), disk.text("job.yml"), false),
                Overrides.none(),
                Kind.COMMAND_JOB,
                CommandJob.class);
        assertThat(job.source().file()).hasToString("job.yml");
    }

    @Test
    void bytes_of_code_and_data_stay_on_the_agent() throws IOException {
        write("job.yml", "type: command\ncommand: x\ncode: src\ninputs: {data: {type: uri_file, path: data.csv}}\n");

        String brought = capture("job.yml").write();

        assertThat(brought).doesNotContain("secret of the code", "patient,1");
    }

    @Test
    void a_text_outside_the_workspace_folder_is_not_read() throws IOException {
        write("job.yml", "type: command\nenvironment: {conda_file: ../outside.yml}\n");

        assertThatThrownBy(() -> capture("job.yml"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("outside the workspace folder")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_link_out_of_the_workspace_folder_is_not_read() throws IOException {
        Files.createSymbolicLink(workspace.resolve("job.yml"), home.resolve("outside.yml"));

        assertThatThrownBy(() -> capture("job.yml"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace folder");
    }

    @Test
    void a_file_of_the_controller_is_never_met() throws IOException {
        Path secret = Files.writeString(home.resolve("controller.yml"), "password: hunter2");
        write("job.yml", "type: command\ncommand: x\nenvironment: {image: x, conda_file: /nowhere.yml}\n");
        CapturedDisk disk = new CapturedDisk(capture("job.yml"));

        assertThat(Files.exists(disk.path(secret.toString()))).isFalse();
    }

    @Test
    void a_missing_file_is_named_as_the_step_names_it() {
        assertThatThrownBy(() -> capture("azml/job.yml"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no file 'azml/job.yml'");
    }

    @Test
    void the_yaml_files_of_a_folder_are_found_in_order() throws IOException {
        write("setup/b.yml", "name: b\n");
        write("setup/a.yaml", "name: a\n");
        write("setup/readme.md", "x");

        assertThat(capture("setup").files()).containsExactly("setup/a.yaml", "setup/b.yml");
    }
}

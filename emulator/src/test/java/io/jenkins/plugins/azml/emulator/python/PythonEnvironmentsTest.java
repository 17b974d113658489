package io.jenkins.plugins.azml.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.InstallException;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.process.BoundedProcess;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentsTest {
    @TempDir
    private Path folder;

    private Children children;
    private PythonEnvironments environments;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void makeEnvironments() {
        children = new Children(folder);
        var environment = ChildEnvironment.ofThisProcess();
        environments = new PythonEnvironments(
                InstallCache.ofUser(System.getenv()),
                new Installer(environment, children),
                new ToolCheck(environment, children));
    }

    @Test
    void an_environment_holds_what_its_conda_file_names() {
        var environment = environments.forConda(Optional.of("dependencies: [{pip: [six==1.17.0]}]"), log::add);
        var output = new TailOutput(1000);

        var command = Command.of(
                "check",
                List.of("python", "-c", "import six; print(six.__version__)"),
                folder,
                environment.activatedIn(Map.of()));
        BoundedProcess.start(command, children, output).await();

        assertThat(output.text()).isEqualTo("1.17.0\n");
    }

    @Test
    void equal_requirements_share_one_environment() {
        var one = environments.forConda(Optional.of("dependencies: [pip, {pip: [six==1.17.0]}]"), log::add);
        var other = environments.require(Requirements.of(List.of("six==1.17.0")), log::add);

        assertThat(one).isEqualTo(other);
    }

    @Test
    void a_package_that_does_not_exist_is_named() {
        var requirements = Requirements.of(List.of("six==0.0.0.1"));

        assertThatThrownBy(() -> environments.require(requirements, log::add))
                .isInstanceOf(InstallException.class)
                .hasMessageStartingWith("cannot install the Python environment: ERROR: ")
                .hasMessageContaining("six==0.0.0.1");
    }
}

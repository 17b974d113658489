package io.jenkins.plugins.azml.emulator.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCheckTest {
    @TempDir
    private Path folder;

    private ToolCheck check;

    @BeforeEach
    void makeCheck() {
        check = new ToolCheck(ChildEnvironment.ofThisProcess(), new Children(folder));
    }

    @Test
    void every_tool_of_a_complete_machine_is_good() {
        assertThat(check.all())
                .hasSize(5)
                .allSatisfy(finding ->
                        assertThat(finding.isGood()).as(finding.message()).isTrue());
    }

    @Test
    void a_missing_tool_is_named_with_what_to_do() {
        var tool = new Tool("no-such-tool", List.of("--version"), new Version(1, 0), "install it");

        assertThat(check.check(tool).message()).isEqualTo("no-such-tool is not there or does not run: install it");
    }

    @Test
    void a_tool_that_is_too_old_is_named_with_both_versions() {
        var tool = new Tool("bash", List.of("-c", "echo v9.9.1"), new Version(10, 0), "install a newer one");

        assertThatThrownBy(() -> check.require(tool))
                .isInstanceOf(InstallException.class)
                .hasMessage("bash is 9.9, 10.0 is needed: install a newer one");
    }
}

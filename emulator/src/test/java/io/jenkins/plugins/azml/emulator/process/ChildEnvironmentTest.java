package io.jenkins.plugins.azml.emulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
    private final ChildEnvironment environment = new ChildEnvironment(Map.of(
            "PATH",
            "/bin",
            "AZURE_CLIENT_SECRET",
            "s",
            "PIP_INDEX_URL",
            "i",
            "https_proxy",
            "p",
            "LD_PRELOAD",
            "l",
            "HOME",
            "h"));

    @Test
    void a_job_sees_the_search_path_alone() {
        assertThat(environment.plain()).containsOnlyKeys("PATH");
    }

    @Test
    void a_package_manager_sees_its_configuration_too() {
        assertThat(environment.installing()).containsOnlyKeys("PATH", "PIP_INDEX_URL", "https_proxy", "HOME");
    }
}

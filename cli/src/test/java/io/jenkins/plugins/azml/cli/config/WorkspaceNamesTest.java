package io.jenkins.plugins.azml.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.cli.config.WorkspaceNames.Flags;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceNamesTest {
    private static final Flags NONE = new Flags(null, null, null);
    private static final String CONFIG = """
            workspaces:
              dev:
                subscription: sub-1
                resourceGroup: rg-dev
                workspace: ws-dev
              prod:
                subscription: sub-2
                resourceGroup: rg-prod
                cloud: AzureChinaCloud
            """;

    @TempDir
    private Path home;

    private WorkspaceNames names(String config, Map<String, String> environment) throws IOException {
        if (!config.isEmpty()) {
            Files.writeString(home.resolve("config.yml"), config);
        }
        return new WorkspaceNames(environment, home);
    }

    @Test
    void a_name_of_the_file_means_what_the_file_says() throws IOException {
        WorkspaceNames names = names(CONFIG, Map.of());

        assertThat(names.place(NONE.with("dev"))).isEqualTo(new Place("sub-1", "rg-dev", "ws-dev", ""));
        assertThat(names.place(NONE.with("prod"))).isEqualTo(new Place("sub-2", "rg-prod", "prod", "AzureChinaCloud"));
    }

    @Test
    void without_a_file_the_environment_tells() throws IOException {
        WorkspaceNames names = names(
                "", Map.of("AZURE_SUBSCRIPTION_ID", "s", "AZURE_RESOURCE_GROUP", "g", "AZUREML_WORKSPACE_NAME", "dev"));

        assertThat(names.place(NONE)).isEqualTo(new Place("s", "g", "dev", ""));
        assertThat(names.place(NONE.with("prod"))).isEqualTo(new Place("s", "g", "prod", ""));
    }

    @Test
    void flags_win() throws IOException {
        WorkspaceNames names = names(CONFIG, Map.of("AZURE_SUBSCRIPTION_ID", "s", "AZURE_RESOURCE_GROUP", "g"));

        assertThat(names.place(new Flags("dev", "flag-sub", "flag-rg")))
                .isEqualTo(new Place("flag-sub", "flag-rg", "dev", ""));
    }

    @Test
    void an_environment_of_another_place_makes_an_entry_of_the_file_count_for_nothing() throws IOException {
        WorkspaceNames names =
                names(CONFIG, Map.of("AZURE_SUBSCRIPTION_ID", "emulated", "AZURE_RESOURCE_GROUP", "azml-local"));

        assertThat(names.place(NONE.with("dev"))).isEqualTo(new Place("emulated", "azml-local", "dev", ""));
    }

    @Test
    void an_unknown_name_is_refused_with_the_nearest_one() throws IOException {
        WorkspaceNames names = names(CONFIG, Map.of());

        assertThatThrownBy(() -> names.place(NONE.with("prd")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no workspace 'prd'")
                .hasMessageContaining("did you mean 'prod'?");
    }

    @Test
    void a_wrong_key_is_refused_with_its_place_and_the_nearest_right_one() {
        assertThatThrownBy(() -> names("workspaces:\n  dev:\n    subscripton: x\n", Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("config.yml:3:5")
                .hasMessageContaining("did you mean 'subscription'?");
    }
}

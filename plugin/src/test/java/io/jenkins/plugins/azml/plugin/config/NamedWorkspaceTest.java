package io.jenkins.plugins.azml.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedWorkspaceTest {
    private final NamedWorkspace workspace = new NamedWorkspace(" prod ", "sub", "group", "");

    @Test
    void without_a_list_of_folders_every_job_may_use_it() {
        assertThat(workspace.admits("anything/at/all")).isTrue();
    }

    @Test
    void with_a_list_only_what_lies_below_may_use_it() {
        workspace.setFolders("release\n team/deploy \n");

        assertThat(workspace.admits("release/main")).isTrue();
        assertThat(workspace.admits("team/deploy")).isTrue();
        assertThat(workspace.admits("release-candidates/main")).isFalse();
        assertThat(workspace.admits("team/pull-requests")).isFalse();
    }

    @Test
    void a_workspace_without_a_name_of_its_own_in_azure_has_the_same_name() {
        assertThat(workspace.id().name()).isEqualTo("prod");
    }
}

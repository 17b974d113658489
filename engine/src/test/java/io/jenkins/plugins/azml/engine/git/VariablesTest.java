package io.jenkins.plugins.azml.engine.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    @Test
    void jenkins_variables_name_a_detached_checkout() {
        GitFacts facts = Variables.ofCi(Map.of(
                "GIT_URL", "https://user:token@git.example/o/r.git",
                "GIT_COMMIT", "0123456789abcdef0123456789abcdef01234567",
                "GIT_BRANCH", "origin/feature/x",
                "BUILD_ID", "17",
                "BUILD_URL", "https://admin:token@ci.example/job/x/17/"));

        assertThat(facts.properties())
                .containsExactly(
                        Map.entry("mlflow.source.git.repoURL", "https://git.example/o/r.git"),
                        Map.entry("mlflow.source.git.branch", "feature/x"),
                        Map.entry("mlflow.source.git.commit", "0123456789abcdef0123456789abcdef01234567"),
                        Map.entry("azureml.git.build_id", "17"),
                        Map.entry("azureml.git.build_uri", "https://ci.example/job/x/17/"));
    }

    @Test
    void a_pull_request_has_the_branch_that_it_is_made_of() {
        assertThat(Variables.ofCi(Map.of("CHANGE_BRANCH", "fix", "BRANCH_NAME", "PR-7", "GIT_BRANCH", "PR-7"))
                        .branch())
                .isEqualTo("fix");
        assertThat(Variables.ofCi(Map.of("BRANCH_NAME", "main", "GIT_BRANCH", "origin/other"))
                        .branch())
                .isEqualTo("main");
    }

    @ParameterizedTest
    @CsvSource({"detached", "HEAD", "origin/HEAD", "''", "' '"})
    void what_names_no_branch_is_none(String value) {
        assertThat(Variables.ofCi(Map.of("GIT_BRANCH", value)).branch()).isNull();
    }

    @Test
    void values_are_bounded_and_of_one_line() {
        GitFacts facts =
                Variables.ofCi(Map.of("GIT_COMMIT", "not a commit", "BUILD_ID", "1\n2", "BUILD_URL", "x".repeat(2000)));

        assertThat(facts).isEqualTo(new GitFacts(null, null, null, null, "12", null));
    }

    @ParameterizedTest
    @CsvSource({"true,True", "1,True", "TRUE,True", "false,False", "0,False", "no,False"})
    void an_override_says_whether_the_checkout_is_dirty(String value, String property) {
        assertThat(Variables.overrides(Map.of("AZUREML_GIT_DIRTY", value)).properties())
                .containsExactly(Map.entry("azureml.git.dirty", property));
    }

    @Test
    void nothing_known_is_no_property() {
        assertThat(Variables.overrides(Map.of()).or(Variables.ofCi(Map.of())).properties())
                .isEmpty();
    }
}

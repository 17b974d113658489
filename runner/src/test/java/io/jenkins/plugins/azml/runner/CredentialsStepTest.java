package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.runner.build.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsStepTest {
    private static final Map<String, Credential> CREDENTIALS = Map.of(
            "token", new Credential.SecretText("s3cr3t-value"), "file", new Credential.SecretFile("c.ini", "a=b"));

    @Test
    void a_binding_may_be_written_in_the_older_way(@TempDir Path folder) throws IOException {
        TrialRun run = new TrialRun(folder);

        run.of(
                "node {\n  withCredentials([[$class: 'StringBinding', credentialsId: 'token', variable: 'T']]) {\n"
                        + "    sh 'echo have $T'\n  }\n}",
                options -> options.credentials(CREDENTIALS));

        assertThat(run.console()).contains("have ****").doesNotContain("s3cr3t");
    }

    @Test
    void a_secret_file_needs_a_node_and_a_text_does_not(@TempDir Path folder) throws IOException {
        TrialRun run = new TrialRun(folder);

        run.of(
                "withCredentials([string(credentialsId: 'token', variable: 'T')]) { echo \"length ${T.length()}\" }\n"
                        + "withCredentials([file(credentialsId: 'file', variable: 'F')]) { echo 'never' }",
                options -> options.credentials(CREDENTIALS));

        assertThat(run.console())
                .contains("length 12")
                .contains("Perhaps you forgot to surround the withCredentials step with a step that provides this")
                .doesNotContain("never");
    }

    @Test
    void what_describes_nothing_is_said(@TempDir Path folder) throws IOException {
        TrialRun run = new TrialRun(folder);

        run.of("node { withCredentials([[a: 1]]) { } }");

        assertThat(run.console()).contains("expected a description such as string(...) but got {a=1}");
    }
}

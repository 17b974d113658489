package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    /** Other branches of the build write there while files are copied. */
    @Test
    void builds_and_workspaces_below_the_repository_are_not_checked_out(@TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("git", "init", "--quiet")
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        TrialRun run = new TrialRun(folder);

        run.of(
                "node { checkout scm; echo \"first ${fileExists('Jenkinsfile')}\"; writeFile file: 'made.txt', text: '' }\n"
                        + "node { checkout scm; echo \"workspace ${fileExists('.azml')}\" }");

        assertThat(run.console()).contains("first true", "workspace false");
    }
}

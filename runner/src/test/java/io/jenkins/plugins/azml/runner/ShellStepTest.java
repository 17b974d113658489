package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellStepTest {
    @Test
    void an_unfinished_line_ends_with_its_script(@TempDir Path folder) throws IOException {
        TrialRun run = new TrialRun(folder);

        run.of("node { sh 'printf unfinished'; echo 'next' }");

        assertThat(run.console()).contains("\nunfinished\n[Pipeline] echo\nnext\n");
    }

    @Test
    void the_summary_of_a_test_report_can_be_read(@TempDir Path folder) throws IOException {
        TrialRun run = new TrialRun(folder);

        RunResult result = run.of("node {\n"
                + "  writeFile file: 't.xml', text: '<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"a\"/></testsuite>'\n"
                + "  echo \"passed ${junit('t.xml').passCount}\"\n}");

        assertThat(run.console()).contains("passed 1");
        assertThat(result.rejections()).isEmpty();
    }
}

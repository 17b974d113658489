package io.jenkins.plugins.azml.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.report.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final Report REPORT = new Report(new Suite("s", List.of()), "text");

    @TempDir
    private Path folder;

    @Test
    void a_report_replaces_an_older_one_in_a_folder_that_it_makes() {
        Path file = folder.resolve("a/report.md");

        ReportFiles.write(
                new Report(new Suite("s", List.of()), "a longer text"), new Mode(true, null, false, null, file));
        ReportFiles.write(REPORT, new Mode(true, null, false, null, file));

        assertThat(file).hasContent("text");
    }

    @Test
    void a_report_is_not_written_through_a_link() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("report.md"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("report.xml"), folder.resolve("new"));

        assertThatThrownBy(() -> ReportFiles.write(REPORT, new Mode(true, null, false, null, link)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("through the link " + link);
        assertThatThrownBy(() -> ReportFiles.write(REPORT, new Mode(true, null, false, dangling, null)))
                .isInstanceOf(ProblemException.class);
        assertThat(target).hasContent("precious");
        assertThat(folder.resolve("new")).doesNotExist();
    }
}

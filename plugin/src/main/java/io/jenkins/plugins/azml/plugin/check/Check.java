package io.jenkins.plugins.azml.plugin.check;

import hudson.model.Result;
import io.jenkins.plugins.azml.engine.report.Visible;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.plugin.build.BuildReport;
import io.jenkins.plugins.azml.plugin.build.StageReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a build.
 *
 * @param title in one line, without markup
 * @param summary as Markdown
 * @param conclusion null while the build goes on
 */
record Check(String title, String summary, @Nullable Conclusion conclusion) {
    private static final int LONGEST_TITLE = 200;

    /** The check of a build that goes on. */
    static Check inProgress(BuildReport report) {
        return new Check(line(report.getSummary().get(0)), new Summary(report).markdown(), null);
    }

    /** The check of a build that has ended. */
    static Check completed(BuildReport report, @Nullable Result result) {
        return new Check(
                line(headline(report, result)),
                new Summary(report).markdown(),
                Conclusion.of(result, report.getStages()));
    }

    /** What went wrong last, else what was reached last. */
    private static String headline(BuildReport report, @Nullable Result result) {
        return report.getStages().stream()
                .filter(stage ->
                        stage.getStatus().equals("gate") || stage.getStatus().equals("failed"))
                .reduce((earlier, later) -> later)
                .map(Check::wrong)
                .orElseGet(() -> reached(report, result));
    }

    private static String reached(BuildReport report, @Nullable Result result) {
        List<String> lines = report.getSummary();
        String last = lines.get(lines.size() - 1);
        return Result.SUCCESS.equals(result) ? last : "build " + result + ", " + last;
    }

    private static String wrong(StageReport stage) {
        String reason = Objects.requireNonNullElse(stage.getReason(), "");
        return stage.getStage() + ": " + stage.getHeadline() + (reason.isEmpty() ? "" : ", " + reason);
    }

    private static String line(String text) {
        return Visible.line(Redaction.of(text), LONGEST_TITLE);
    }
}

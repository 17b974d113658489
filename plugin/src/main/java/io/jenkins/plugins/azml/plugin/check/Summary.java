package io.jenkins.plugins.azml.plugin.check;

import io.jenkins.plugins.azml.engine.report.MarkdownLines;
import io.jenkins.plugins.azml.engine.report.MarkdownText;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.plugin.build.BuildReport;
import io.jenkins.plugins.azml.plugin.build.GateRow;
import io.jenkins.plugins.azml.plugin.build.Lineage;
import io.jenkins.plugins.azml.plugin.build.MetricRow;
import io.jenkins.plugins.azml.plugin.build.StageReport;
import io.jenkins.plugins.azml.plugin.build.TestRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A build's stages as Markdown. All that is said by Azure or by a Jenkinsfile is text in it and nothing else. */
final class Summary {
    /** An address that can end no link before its own end. */
    private static final Pattern ADDRESS = Pattern.compile("https://[\\w.~:/?#@!$&'*+,;=%-]{1,2000}");

    private final BuildReport report;
    private final MarkdownLines lines = new MarkdownLines();

    Summary(BuildReport report) {
        this.report = report;
    }

    String markdown() {
        stages();
        report.getEvaluations().forEach(this::verdict);
        metrics();
        report.getTestings().forEach(this::tests);
        lineage();
        return lines.toString();
    }

    private void stages() {
        table("stage", "workspace", "status", "job", "came to", "time");
        report.getStages()
                .forEach(stage -> lines.row(List.of(
                        text(stage.getStage()),
                        text(stage.getWorkspace()),
                        stage.getStatus().equals("gate") ? "held by a gate" : text(stage.getStatus()),
                        job(stage),
                        text(stage.getHeadline()),
                        text(stage.getDuration()))));
    }

    private static String job(StageReport stage) {
        String name = text(stage.getJob());
        String url = stage.getStudioUrl();
        return url != null && ADDRESS.matcher(url).matches() ? "[" + name + "](" + url + ")" : name;
    }

    private void verdict(StageReport evaluation) {
        heading("Verdict: " + text(evaluation.getVerdict()));
        lines.add("Challenger " + text(evaluation.getJob()) + ", champion " + text(evaluation.getChampion())
                + ", measured on " + text(evaluation.getTestData()) + ".");
        lines.add("");
        table("metric", "gate", "challenger", "compared with", "difference", "outcome");
        evaluation.getGates().forEach(gate -> lines.row(cells(gate)));
        lines.add("");
        lines.add("Reason: " + text(evaluation.getReason()) + ".");
        if (!evaluation.getComparison().isEmpty()) {
            lines.add("");
            table("metric", "challenger", "champion", "difference");
            evaluation.getComparison().forEach(metric -> lines.row(cells(metric)));
        }
    }

    private static List<String> cells(GateRow gate) {
        return texts(
                gate.getMetric(),
                gate.getRule(),
                gate.getCandidateText(),
                gate.getReferenceText(),
                gate.getDifferenceText(),
                gate.getOutcome());
    }

    private static List<String> cells(MetricRow metric) {
        return texts(
                metric.getMetric(), metric.getChallengerText(), metric.getChampionText(), metric.getDifferenceText());
    }

    private void metrics() {
        List<String> names = report.getMetrics();
        if (names.isEmpty()) {
            return;
        }
        heading("Metrics");
        List<String> head = new ArrayList<>(List.of("metric"));
        List<List<String>> columns = new ArrayList<>(List.of(names));
        report.getTrainings().forEach(training -> {
            head.add(text(training.getJob()));
            columns.add(training.figures(names));
        });
        table(head.toArray(String[]::new));
        for (int row = 0; row < names.size(); row++) {
            int at = row;
            lines.row(columns.stream().map(column -> text(column.get(at))).toList());
        }
    }

    private void tests(StageReport testing) {
        heading("Tests: " + text(testing.getHeadline()));
        table("test", "outcome", "reason");
        testing.getTests().forEach(test -> lines.row(cells(test)));
    }

    private static List<String> cells(TestRow test) {
        return texts(test.getName(), test.isPassed() ? "passed" : "failed", String.join("; ", test.getFailures()));
    }

    private void lineage() {
        if (report.getLineage().isEmpty()) {
            return;
        }
        heading("Lineage");
        table("commit", "data", "job", "model", "deployments");
        report.getLineage().forEach(way -> lines.row(cells(way)));
    }

    private static List<String> cells(Lineage way) {
        return texts(
                way.getShortCommit(),
                String.join(", ", way.getVersions()),
                way.getJob(),
                way.getModel(),
                String.join(", ", way.getDeployments()));
    }

    private void heading(String text) {
        lines.add("").add("### " + text).add("");
    }

    private void table(String... head) {
        lines.row(List.of(head)).row(Collections.nCopies(head.length, "---"));
    }

    private static List<String> texts(@Nullable String... cells) {
        return Stream.of(cells).map(Summary::text).toList();
    }

    private static String text(@Nullable String foreign) {
        return foreign == null || foreign.isEmpty() ? "–" : MarkdownText.plain(Redaction.of(foreign));
    }
}

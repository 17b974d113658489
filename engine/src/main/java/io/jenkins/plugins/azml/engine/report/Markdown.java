package io.jenkins.plugins.azml.engine.report;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.gate.Evaluation;
import io.jenkins.plugins.azml.engine.gate.GateResult;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Results as GitHub-flavoured Markdown for a pull request.
 *
 * <p>Each text begins with a marker of its own, by which a later run finds its comment again; nothing that a result
 * contains can look like one.
 */
public final class Markdown {
    public static final String VERDICT_MARKER = "<!-- azml:verdict -->";
    public static final String TESTS_MARKER = "<!-- azml:tests -->";
    private static final MathContext READABLE = new MathContext(6);

    private Markdown() {}

    /** A verdict with every figure; figures in the table are rounded to six digits. */
    public static String of(Verdict verdict) {
        MarkdownLines lines = new MarkdownLines();
        lines.add(VERDICT_MARKER);
        lines.add("### Verdict: " + verdict.decision().word());
        lines.add("");
        lines.add(subject(verdict.comparison()));
        lines.add("");
        lines.add("| metric | gate | candidate | compared with | difference | outcome |");
        lines.add("| --- | --- | ---: | ---: | ---: | --- |");
        verdict.gates().forEach(gate -> lines.row(cells(gate)));
        lines.add("");
        lines.add("Reason: " + MarkdownText.plain(verdict.reason()) + ".");
        return lines.toString();
    }

    /** Test results. */
    public static String of(Suite suite) {
        long passed = suite.count(Suite.Status.PASSED);
        MarkdownLines lines = new MarkdownLines();
        lines.add(TESTS_MARKER);
        lines.add("### Tests: " + passed + " of " + suite.cases().size() + " passed – "
                + MarkdownText.plain(suite.name()));
        lines.add("");
        lines.add("| test | outcome | reason |");
        lines.add("| --- | --- | --- |");
        suite.cases().forEach(result -> lines.row(cells(result)));
        return lines.toString();
    }

    private static String subject(Comparison comparison) {
        Evaluation candidate = comparison.candidate();
        Evaluation champion = comparison.champion();
        return "Candidate " + MarkdownText.code(candidate.model())
                + (champion == null ? ", no champion" : ", champion " + MarkdownText.code(champion.model()))
                + (candidate.testData() == null
                        ? "."
                        : ", measured on " + MarkdownText.code(candidate.testData()) + ".");
    }

    private static List<String> cells(GateResult result) {
        return List.of(
                MarkdownText.codeInCell(result.gate().metric()),
                MarkdownText.plain(result.gate().rule()),
                figure(result.candidate()),
                figure(result.reference()),
                figure(result.difference().orElse(null)),
                result.outcome().word());
    }

    private static List<String> cells(Suite.Case result) {
        return List.of(
                MarkdownText.plain(result.name()),
                result.status().name().toLowerCase(Locale.ROOT),
                MarkdownText.plain(String.join("; ", result.messages())));
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "–" : figure.round(READABLE).toString();
    }
}

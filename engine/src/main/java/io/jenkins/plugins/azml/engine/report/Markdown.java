package io.jenkins.plugins.azml.engine.report;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.gate.Evaluation;
import io.jenkins.plugins.azml.engine.gate.GateResult;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Results as GitHub-flavoured Markdown for a pull request.
 *
 * <p>Each text begins with a marker of its own, by which a later run finds its comment again; nothing that a result
 * contains can look like one. No text is longer than {@value #LONGEST} bytes: lines at the end are left out, and a note
 * says how many.
 */
public final class Markdown {
    public static final String VERDICT_MARKER = "<!-- azml:verdict -->";
    public static final String TESTS_MARKER = "<!-- azml:tests -->";
    static final int LONGEST = 64 * 1024;
    private static final int ROOM_FOR_NOTE = 100;
    private static final MathContext READABLE = new MathContext(6);

    private Markdown() {}

    /** A verdict with every figure; figures in the table are rounded to six digits. */
    public static String of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(VERDICT_MARKER);
        lines.add("### Verdict: " + verdict.decision().word());
        lines.add("");
        lines.add(subject(verdict.comparison()));
        lines.add("");
        lines.add("| metric | gate | candidate | compared with | difference | outcome |");
        lines.add("| --- | --- | ---: | ---: | ---: | --- |");
        verdict.gates().forEach(gate -> lines.add(row(gate)));
        lines.add("");
        lines.add("Reason: " + MarkdownText.plain(verdict.reason()) + ".");
        return cut(lines);
    }

    /** Test results. */
    public static String of(Suite suite) {
        long passed = suite.count(Suite.Status.PASSED);
        List<String> lines = new ArrayList<>();
        lines.add(TESTS_MARKER);
        lines.add("### Tests: " + passed + " of " + suite.cases().size() + " passed – "
                + MarkdownText.plain(suite.name()));
        lines.add("");
        lines.add("| test | outcome | reason |");
        lines.add("| --- | --- | --- |");
        suite.cases().forEach(result -> lines.add(row(result)));
        return cut(lines);
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

    private static String row(GateResult result) {
        return "| " + MarkdownText.codeInCell(result.gate().metric())
                + " | " + MarkdownText.plain(result.gate().rule())
                + " | " + figure(result.candidate())
                + " | " + figure(result.reference())
                + " | " + figure(result.difference().orElse(null))
                + " | " + result.outcome().word() + " |";
    }

    private static String row(Suite.Case result) {
        return "| " + MarkdownText.plain(result.name())
                + " | " + result.status().name().toLowerCase(Locale.ROOT)
                + " | " + MarkdownText.plain(String.join("; ", result.messages())) + " |";
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "–" : figure.round(READABLE).toString();
    }

    private static String cut(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        for (int line = 0; line < lines.size(); line++) {
            bytes += lines.get(line).getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > LONGEST - ROOM_FOR_NOTE) {
                return text + "\n*" + (lines.size() - line) + " more lines were left out.*\n";
            }
            text.append(lines.get(line)).append('\n');
        }
        return text.toString();
    }
}

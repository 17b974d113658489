package io.jenkins.plugins.azml.engine.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign text made harmless in Markdown: it shows as it is, pings nobody, links nowhere and ends no table cell. */
public final class MarkdownText {
    private static final int LONGEST = 1000;

    /** Breaks a word for whoever looks for mentions and references in the rendered text, and for nobody else. */
    private static final String GAP = "\u200b";

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#!|~&$]");
    private static final Pattern REFERENCE = Pattern.compile("(?<=[@#!~%&$]|GH-)(?=[\\p{L}\\p{N}_])|(?<=~)(?=\")");
    private static final Pattern LINK = Pattern.compile("(?=://)|(?<=www)(?=\\.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Text inside a sentence or a table cell, not at the beginning of a line. */
    public static String plain(String text) {
        String line = Visible.line(text, LONGEST);
        String broken = LINK.matcher(REFERENCE.matcher(line).replaceAll(GAP)).replaceAll(GAP);
        return MARKUP.matcher(broken).replaceAll("\\\\$0");
    }

    /** A code span inside a table cell, where a bar ends the cell even in code. */
    static String codeInCell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** A code span. */
    static String code(String text) {
        String line = Visible.line(text, LONGEST).replace("<!", "<" + GAP + "!");
        String fence = "`".repeat(longestRun(line) + 1);
        String padding = line.isBlank() || line.contains("`") ? " " : "";
        return fence + padding + line + padding + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        Matcher ticks = TICKS.matcher(text);
        while (ticks.find()) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        return longest;
    }
}

package io.jenkins.plugins.azml.engine.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of GitHub-flavoured Markdown, as many as a comment or a check may hold: {@value #LONGEST} bytes. Lines at the end
 * are left out, and a note says how many.
 */
public final class MarkdownLines {
    public static final int LONGEST = 65_535;
    private static final int ROOM_FOR_NOTE = 100;

    private final List<String> lines = new ArrayList<>();

    public MarkdownLines add(String line) {
        lines.add(line);
        return this;
    }

    /** A row of a table; what is foreign in a cell has gone through {@link MarkdownText}. */
    public MarkdownLines row(List<String> cells) {
        return add("| " + String.join(" | ", cells) + " |");
    }

    @Override
    public String toString() {
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

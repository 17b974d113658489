package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.console.Console;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A build's console for somebody who wants to see its stages; all of it is in the build's record. */
final class BuildView implements Consumer<String> {
    private static final Pattern STAGE = Pattern.compile("\\[Pipeline] \\{ \\((.+)\\)");
    /** Steps of Pipeline and of azml that only serve others, and what a table says once more. */
    private static final Pattern PLUMBING = Pattern.compile(
            "\\[Pipeline].*|(Started by user|Loading library|Running (on|in)|Checking out|Stashed|Unstashed|Sleeping for) .*"
                    + "|Archiving artifacts|Finished: .*|the result is on this build's page: .*|next +azml .*|following job .*"
                    + "|\\| .*|[a-zA-Z0-9-]*|org\\.jenkinsci\\..*ErrorId: .*|an? .*: (created|updated|unchanged)");

    private final Console console;
    private final String build;
    private final StringBuilder line = new StringBuilder();

    BuildView(Console console, String build) {
        this.console = console;
        this.build = build;
    }

    @Override
    public synchronized void accept(String text) {
        line.append(text);
        int end;
        while ((end = line.indexOf("\n")) >= 0) {
            show(line.substring(0, end));
            line.delete(0, end + 1);
        }
    }

    private void show(String whole) {
        Matcher stage = STAGE.matcher(whole);
        if (stage.matches()) {
            console.heading(build + ": " + stage.group(1));
            console.doing(stage.group(1).toLowerCase(Locale.ROOT));
        } else if (!PLUMBING.matcher(whole).matches()) {
            console.note(whole);
        }
    }
}

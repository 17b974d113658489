package io.jenkins.plugins.azml.plugin.step;

import hudson.console.HyperlinkNote;
import io.jenkins.plugins.azml.engine.logs.HarmlessText;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.plugin.run.Remedies;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build's console shows of a run. Text from elsewhere is made harmless, and stands behind a bar. */
final class Lines {
    private static final Pattern STUDIO = Pattern.compile("studio: (https://[^\\s\"'<>]{1,500})");

    private final PrintStream console;

    Lines(PrintStream console) {
        this.console = console;
    }

    void show(Event event) {
        if (event instanceof Event.Note note) {
            note(note.text());
        } else if (event instanceof Event.LogLine line) {
            console.println("| " + HarmlessText.of(line.text()));
        } else if (event instanceof Event.Repeats repeats) {
            console.println("azml: waits " + seconds(repeats.after()) + ": "
                    + HarmlessText.of(repeats.because().toString()));
        }
    }

    void note(String text) {
        Matcher studio = STUDIO.matcher(text);
        console.println("azml: "
                + (studio.matches()
                        ? HyperlinkNote.encodeTo(studio.group(1), "Azure ML studio")
                        : HarmlessText.of(text)));
    }

    /** Every problem on a line of its own, each different remedy once. */
    void problems(List<Problem> problems) {
        problems.forEach(
                problem -> console.println("error " + problem.code() + ": " + HarmlessText.of(problem.toString())));
        problems.stream().map(Problem::code).distinct().forEach(code -> console.println("  fix: " + Remedies.of(code)));
    }

    /** The address in a note that says where people look at the job, or empty. */
    static String studioUrl(String note) {
        Matcher studio = STUDIO.matcher(note);
        return studio.matches() ? studio.group(1) : "";
    }

    private static String seconds(Duration duration) {
        return Math.max(1, duration.toSeconds()) + " s";
    }
}

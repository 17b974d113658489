package io.jenkins.plugins.azml.cli.console;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Remedies;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.logs.HarmlessText;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.turn.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where everything that a command says goes. Remote text is made harmless and stands behind a prefix. */
public final class Console implements Consumer<Event> {
    /** How much is said. */
    public enum Level {
        QUIET,
        NORMAL,
        DEBUG
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Level level;
    private final boolean rich;
    private final Optional<StatusLine> status;
    private final ResultFile copy;
    private String stage = "";

    /**
     * @param json whether results are objects, for machines
     * @param copy where the object goes besides
     */
    public Console(Shell shell, boolean json, Level level, ResultFile copy) {
        this.copy = copy;
        this.out = shell.out();
        this.err = shell.err();
        this.json = json;
        this.level = level;
        this.rich = shell.rich();
        this.status = rich && level != Level.QUIET ? Optional.of(new StatusLine(err, shell.clock())) : Optional.empty();
    }

    public boolean isJson() {
        return json;
    }

    public boolean isDebug() {
        return level == Level.DEBUG;
    }

    /** What a command was asked for: its lines for people, made harmless, or its object for machines. */
    public void result(List<String> lines, Map<String, ? extends @Nullable Object> object) {
        status.ifPresent(StatusLine::hide);
        copy.write(object);
        if (json) {
            out.println(Json.write(object));
        } else {
            lines.stream().map(HarmlessText::of).forEach(out::println);
        }
        out.flush();
    }

    /** Text that is the result itself, whatever the form of output. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Note note) {
            note(note.text());
        } else if (event instanceof Event.LogLine line) {
            say(dim("| ") + HarmlessText.of(line.text()));
        } else if (event instanceof Event.Repeats repeats) {
            say(style(Style.YELLOW, "waits " + Words.of(repeats.after()) + ": ")
                    + HarmlessText.of(repeats.because().toString()));
        } else if (event instanceof Event.Entered entered) {
            doing(stage + entered.state().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Whose events come from now on. */
    public void stage(String name) {
        stage = name + ": ";
    }

    /** What is being done now: the moving line of a terminal. */
    public void doing(String what) {
        status.ifPresent(line -> line.show(HarmlessText.of(what)));
        if (isDebug()) {
            say(dim("  " + what));
        }
    }

    public void note(String text) {
        say(HarmlessText.of(text));
    }

    /** A heading in the course of a longer work. */
    public void heading(String text) {
        say("");
        say(style(Style.BOLD, text));
    }

    public void good(String text) {
        say(style(Style.GREEN, text));
    }

    /** Every problem on a line of its own, each different remedy once. */
    public void problems(List<Problem> problems) {
        problems.forEach(this::error);
        problems.stream().map(Problem::code).distinct().forEach(code -> always("  fix: " + Remedies.of(code)));
    }

    /** A command line that nobody understands. */
    public void usage(Problem problem, String command) {
        error(problem);
        always("  help: " + command + " --help");
    }

    private void error(Problem problem) {
        always(style(Style.RED, "error " + problem.code() + ": ") + HarmlessText.of(problem.toString()));
    }

    /** A failure as an object, where objects are asked for. */
    public void failure(ExitCode exit, Map<String, ?> about, List<Problem> problems) {
        Map<String, @Nullable Object> object = Failures.json(exit, about, problems);
        copy.write(object);
        if (json) {
            out.println(Json.write(object));
            out.flush();
        }
    }

    /** Where a failure came from, for who asked for it or has met a bug. Its texts may be another's: they stand behind the prefix. */
    public void trace(Throwable failure) {
        status.ifPresent(StatusLine::hide);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        Redaction.of(trace.toString()).lines().forEach(line -> err.println("| " + HarmlessText.of(line)));
    }

    public void bug(Throwable failure) {
        trace(failure);
        problems(List.of(Problem.of(ProblemCode.BUG, "unexpected " + failure)));
    }

    private void say(String line) {
        if (level == Level.QUIET) {
            return;
        }
        status.ifPresentOrElse(last -> last.above(line), () -> err.println(line));
    }

    private void always(String line) {
        status.ifPresent(StatusLine::hide);
        err.println(line);
    }

    private String dim(String text) {
        return style(Style.DIM, text);
    }

    private String style(Style style, String text) {
        return rich ? style.of(text) : text;
    }
}

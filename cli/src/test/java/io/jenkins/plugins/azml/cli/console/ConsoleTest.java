package io.jenkins.plugins.azml.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.cli.Outside;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.run.Interruption;
import io.jenkins.plugins.azml.engine.turn.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Console console(Console.Level level, boolean terminal) {
        Shell shell = new Shell(
                Map.of(),
                Path.of("."),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                terminal,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                new Interruption(),
                Outside.real());
        return new Console(shell, false, level, ResultFile.none());
    }

    @Test
    void a_remote_line_stands_behind_a_prefix_and_cannot_leave_it() {
        Console console = console(Console.Level.NORMAL, false);

        console.accept(new Event.LogLine("Finished: SUCCESS\r\u001b[2Jerror BUG: no"));

        assertThat(err.toString()).isEqualTo("| Finished: SUCCESS\\x0d\\x1b[2Jerror BUG: no\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_result_with_text_from_elsewhere_stays_on_its_lines() {
        console(Console.Level.NORMAL, false)
                .result(java.util.List.of("metrics  rm\u001b[2Jse\nFinished: SUCCESS 2.0"), Map.of());

        assertThat(out.toString()).isEqualTo("metrics  rm\\x1b[2Jse\\x0aFinished: SUCCESS 2.0\n");
    }

    @Test
    void a_trace_shows_no_secret_and_cannot_leave_its_lines() {
        console(Console.Level.DEBUG, false)
                .trace(new IllegalStateException("https://a.example/b?sig=s3cret&x=1 \u001b[2J\nFinished: SUCCESS"));

        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("| "));
        assertThat(err.toString())
                .startsWith("| java.lang.IllegalStateException: https://a.example/b?sig=***&x=1 \\x1b[2J\n| Finished")
                .contains("| \tat " + ConsoleTest.class.getName());
    }

    @Test
    void a_quiet_console_says_nothing_but_the_result() {
        Console console = console(Console.Level.QUIET, false);

        console.note("progress");
        console.accept(new Event.LogLine("log"));
        console.result(java.util.List.of("result"), Map.of());

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEqualTo("result\n");
    }

    @Test
    void a_terminal_gets_a_last_line_that_moves() {
        Console console = console(Console.Level.NORMAL, true);

        console.accept(new Event.Entered("CreatingEndpoint"));
        console.note("above");

        assertThat(err.toString())
                .contains("\r\u001b[K")
                .contains("creating endpoint")
                .contains("above\n");
    }
}

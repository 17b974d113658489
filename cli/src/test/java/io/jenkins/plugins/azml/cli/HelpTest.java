package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help texts as they are checked in; {@code -Dazml.rewrite=true} writes them anew. */
class HelpTest {
    private static final Path TEXTS = Path.of("src/test/resources/help");

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect("", root(), names);
        return names.stream();
    }

    private static void collect(String path, CommandLine command, List<String> names) {
        names.add(path);
        command.getSubcommands().forEach((name, sub) -> collect((path + " " + name).strip(), sub, names));
    }

    private static CommandLine root() {
        return Azml.commandLine(new Terminal(Path.of("."), Map.of()).shell());
    }

    @ParameterizedTest(name = "azml {0} --help")
    @MethodSource("commands")
    void help_is_as_it_is_checked_in(String command) throws IOException {
        Terminal terminal = new Terminal(folder, Map.of());
        List<String> arguments =
                new ArrayList<>(List.of((command + " --help").strip().split(" ")));
        Path text = TEXTS.resolve(("azml " + command).strip().replace(' ', '-') + ".txt");

        int status = terminal.run(arguments.toArray(String[]::new));

        if (Boolean.getBoolean("azml.rewrite")) {
            Files.createDirectories(TEXTS);
            Files.writeString(text, terminal.out());
        }
        assertThat(status).isZero();
        assertThat(terminal.out()).isEqualTo(Files.readString(text));
        assertThat(terminal.out().lines()).allMatch(line -> line.length() < 120);
    }

    @Test
    void every_command_describes_itself_and_takes_the_shared_options() {
        assertThat(commands().map(HelpTest::text))
                .allSatisfy(text -> assertThat(text).contains("--output=FORM", "--quiet", "--debug", "--help"));
    }

    @Test
    void the_word_help_shows_what_the_option_shows() {
        assertThat(help("help")).isEqualTo(text(""));
        assertThat(help("help", "emulator", "env")).isEqualTo(text("emulator env"));
    }

    private String help(String... words) {
        Terminal terminal = new Terminal(folder, Map.of());
        assertThat(terminal.run(words)).isZero();
        return terminal.out();
    }

    @Test
    void help_for_a_misspelt_command_names_the_nearest_one() {
        Terminal terminal = new Terminal(folder, Map.of());

        int status = terminal.run("help", "trian");

        assertThat(status).isEqualTo(2);
        assertThat(terminal.err()).contains("azml has no command 'trian'; did you mean 'train'?");
    }

    private static String text(String command) {
        try {
            return Files.readString(TEXTS.resolve(("azml " + command).strip().replace(' ', '-') + ".txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

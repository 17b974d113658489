package io.jenkins.plugins.azml.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell to type can be typed. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(?:^|\\$\\(|\\./)azml ([^#)\n]+)", Pattern.MULTILINE);

    static Stream<String> calls() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    docs.toList().stream(),
                    Stream.of("README.md", "CONTRIBUTING.md", "examples/diabetes/README.md")
                            .map(ROOT::resolve))
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(DocumentedCommandsTest::calls)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> calls(Path file) {
        return groups(SHELL, text(file)).flatMap(block -> groups(CALL, block.replace("\\\n", " ")));
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "azml {0}")
    @MethodSource("calls")
    void a_documented_command_line_is_one_that_is_understood(String call) {
        String[] words = call.replace("\"", "").strip().split("\\s+");

        assertThatCode(() ->
                        Azml.commandLine(new Terminal(ROOT, Map.of()).shell()).parseArgs(words))
                .doesNotThrowAnyException();
    }

    @Test
    void every_stage_is_shown() throws IOException {
        assertThat(calls().map(call -> call.split(" ")[0]))
                .contains("setup", "train", "evaluate", "register", "deploy", "test", "promote", "rollback", "demo");
    }
}

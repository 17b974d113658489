package io.jenkins.plugins.azml.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HarmlessTextTest {
    static Stream<Arguments> harmfulTexts() {
        return Stream.of(
                Arguments.of("\u001b[2J", "\\x1b[2J"),
                Arguments.of("\u001b]52;c;aGk=\u0007", "\\x1b]52;c;aGk=\\x07"),
                Arguments.of("\u001b]8;;http://evil\u001b\\", "\\x1b]8;;http://evil\\x1b\\"),
                Arguments.of("\u001b[8mha:AAAA\u001b[0m", "\\x1b[8mha:AAAA\\x1b[0m"),
                Arguments.of("\u009b31m", "\\x9b31m"),
                Arguments.of("a\u0000b\u007f", "a\\x00b\\x7f"),
                Arguments.of("a\rb", "a\\x0db"),
                Arguments.of("a\nFinished: SUCCESS", "a\\x0aFinished: SUCCESS"),
                Arguments.of("user\u202egnp.exe", "userU+202Egnp.exe"),
                Arguments.of("\u2066x\u2069", "U+2066xU+2069"),
                Arguments.of("a\u2028b\u0085c", "aU+2028b\\x85c"),
                Arguments.of("\ufeffx\u200b", "U+FEFFxU+200B"),
                Arguments.of("\ud800x", "U+D800x"),
                Arguments.of("\udb40\udc41x", "U+E0041x"));
    }

    @ParameterizedTest
    @MethodSource("harmfulTexts")
    void what_could_do_harm_is_written_out(String text, String shown) {
        assertThat(HarmlessText.of(text)).isEqualTo(shown);
    }

    @Test
    void plain_text_of_any_language_stays_as_it_is() {
        String text = "epoch\t1/3 ▏50% ▌ Ä 日本 العربية 👩‍👩‍👧 \\x1b ::set-env";

        assertThat(HarmlessText.of(text)).isEqualTo(text);
    }
}

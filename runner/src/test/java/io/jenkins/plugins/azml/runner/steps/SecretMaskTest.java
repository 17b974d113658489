package io.jenkins.plugins.azml.runner.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    private static final String SECRET = "it's $ecret\\now";
    private final SecretMask mask = new SecretMask(List.of(SECRET, "", "x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "'it'\\''s $ecret\\now'",
                "it'\"'\"'s $ecret\\now",
                "it's $ecretnow",
                "it's $$ecret\\now",
            })
    void a_secret_is_masked_however_a_shell_writes_it(String written) {
        assertThat(mask.apply("before " + written + " after")).isEqualTo("before **** after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:"})
    void a_secret_is_masked_wherever_in_a_base64_text_it_begins(String before) {
        String text =
                Base64.getEncoder().encodeToString((before + SECRET + " and more").getBytes(StandardCharsets.UTF_8));

        assertThat(mask.apply(text)).contains("****").hasSizeLessThan(text.length() - 10);
    }

    @Test
    void a_word_too_short_to_be_a_secret_stays() {
        assertThat(mask.apply("x marks the spot")).isEqualTo("x marks the spot");
    }

    @Test
    void without_secrets_a_line_stays() {
        assertThat(new SecretMask(List.of()).apply("a line")).isEqualTo("a line");
    }
}

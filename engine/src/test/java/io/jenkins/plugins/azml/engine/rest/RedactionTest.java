package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.test/c?sv=1&sig=S3CRET&se=2",
                "SIG=S3CRET",
                "AccountName=a;AccountKey=S3CRET;x",
                "Endpoint=sb://x;SharedAccessKey=S3CRET",
                "Authorization: Bearer S3CRET",
                "bearer \t S3CRET",
                "Proxy-Authorization: Basic S3CRET",
                "{\"primaryKey\":\"S3CRET\"}",
                "{ \"access_token\" : \"S3CRET\" }",
                "{\\\"secondaryKey\\\":\\\"S3CRET\\\"}",
                "grant_type=x&client_secret=S3CRET&y",
                "the token eyJS3CRET.eyJS3CRET.S3CRET was refused"
            })
    void a_secret_is_taken_out(String text) {
        assertThat(Redaction.of(text)).contains("***").doesNotContain("S3CRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "design=x",
                "assigned to me",
                "keys: 3",
                "the key is missing",
                "key\": 3",
                "eyJ is how they begin"
            })
    void words_are_left(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void nothing_is_left_of_a_secret_of_any_length() {
        assertThat(Redaction.of("sig=" + "S".repeat(100_000) + "&x")).isEqualTo("sig=***&x");
    }

    @Test
    void control_and_direction_characters_become_one_blank() {
        assertThat(Redaction.line("a\u001b[2J\r\nb\u0085\u202ec\u200fd\u0000", 100))
                .isEqualTo("a [2J b c d");
    }

    @Test
    void a_line_is_cut_where_it_is_too_long() {
        assertThat(Redaction.line("0123456789", 4)).isEqualTo("0123…");
    }

    /** Patterns that try again and again would take minutes here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ-",
                "eyJ",
                "eyJ.",
                "Bearer ",
                "Bearer",
                "\"key\" ",
                "\"key\":",
                "\\\"",
                "sig=",
                "sig=&",
                " ",
                "\u001b",
                "a"
            })
    void hostile_text_is_read_once(String piece) {
        String hostile = piece.repeat(100_000 / piece.length());

        assertThat(Redaction.line(hostile, 50)).hasSizeLessThanOrEqualTo(51);
    }
}

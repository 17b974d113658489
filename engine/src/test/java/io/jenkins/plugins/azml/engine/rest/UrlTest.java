package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a b, a%20b",
        "a+b, a%2Bb",
        "a/b, a%2Fb",
        "a?b, a%3Fb",
        "a#b, a%23b",
        "a%2Fb, a%252Fb",
        "a&b=c, a%26b%3Dc",
        "é, %C3%A9",
        "😀, %F0%9F%98%80",
        "a.b_c-d, a.b_c-d",
        "..x, ..x",
        "a@b:c, a%40b%3Ac",
        "{}, %7B%7D"
    })
    void a_value_is_one_segment(String value, String encoded) {
        assertThat(Url.of("https://arm.test", "/codes/{}/versions/{}", value, "1"))
                .hasToString("https://arm.test/codes/" + encoded + "/versions/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void a_value_that_would_change_the_path_is_refused(String value) {
        assertThatThrownBy(() -> Url.of("https://arm.test", "/codes/{}/versions", value))
                .isInstanceOf(ProblemException.class)
                .hasMessage("'" + value + "' cannot be a name in /codes/{}/versions");
    }

    @Test
    void in_a_query_a_value_may_be_empty() {
        assertThat(Url.of("https://arm.test", "/jobs/{}?tag={}&x={}", "a", "", ".."))
                .hasToString("https://arm.test/jobs/a?tag=&x=..");
    }

    @Test
    void what_is_shown_has_no_query() {
        assertThat(Url.shown(URI.create("https://a.test:8443/c/b?sig=secret#x")))
                .isEqualTo("https://a.test:8443/c/b");
        assertThat(Url.shown(URI.create("https://me:secret@a.test/b"))).isEqualTo("https://a.test/b");
    }
}

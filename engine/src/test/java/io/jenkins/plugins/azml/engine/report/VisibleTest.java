package io.jenkins.plugins.azml.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void ordinary_text_of_any_script_stays_as_it_is() {
        assertThat(Visible.line("Größe 漢字 😀 é")).isEqualTo("Größe 漢字 😀 é");
    }

    @Test
    void line_ends_and_tabs_become_blanks() {
        assertThat(Visible.line("a\r\nb\tc")).isEqualTo("a  b c");
    }

    @Test
    void what_steers_a_terminal_or_hides_is_shown_as_a_code() {
        assertThat(Visible.line("\u001b[2J\u0007\u009b\u202e\u200b\u2028\ud800"))
                .isEqualTo("\\u001b[2J\\u0007\\u009b\\u202e\\u200b\\u2028\\ud800");
    }

    @Test
    void a_cut_counts_whole_characters_and_shows_that_it_cut() {
        assertThat(Visible.line("😀😀😀", 2)).isEqualTo("😀😀…");
        assertThat(Visible.line("😀😀", 2)).isEqualTo("😀😀");
    }
}

package io.jenkins.plugins.azml.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"27, 27 ms", "4210, 4.2 s", "51000, 51 s", "200000, 3 min 20 s", "7500000, 2 h 5 min"})
    void times_are_as_exact_as_people_need_them(long millis, String words) {
        assertThat(Words.of(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"55.10234567, 55.102", "0.5, 0.5", "3, 3", "1234567, 1234600", "0.00001234567, 1.235e-05", "NaN, NaN"})
    void figures_have_five_digits_that_matter(double figure, String words) {
        assertThat(Words.of(figure)).isEqualTo(words);
    }

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        assertThat(new Table("name", "x").row("a long one", "1").row("b", "2").lines())
                .containsExactly("NAME        X", "a long one  1", "b           2");
    }
}

package io.jenkins.plugins.azml.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DoorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"setup", "train", "evaluate", "register", "deploy", "test", "promote", "rollback"})
    void every_stage_can_be_taken_up_again_by_its_command_s_name(String stage) {
        assertThat(Doors.named(stage).name()).isEqualTo(stage);
    }

    @Test
    void a_stage_of_another_release_is_refused_by_name() {
        assertThatThrownBy(() -> Doors.named("monitor"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'monitor'");
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "30m, 1800", "6h, 21600", "7d, 604800"})
    void times_are_read_as_people_type_them(String text, long seconds) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-3h", "0s", "1.5h", "PT1H"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}

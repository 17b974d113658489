package io.jenkins.plugins.azml.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IgnorePatternTest {
    private static final JsonObject RECORDED = Vectors.read("patterns.json");
    private static final List<String> PATHS = RECORDED.strings("paths");

    static Stream<JsonObject> recordedPatterns() {
        return RECORDED.objects("patterns").stream();
    }

    @ParameterizedTest
    @MethodSource("recordedPatterns")
    void a_pattern_matches_what_it_matches_for_the_official_client(JsonObject recorded) {
        String text = recorded.needString("pattern");

        switch (recorded.needString("kind")) {
            case "none" -> assertThat(IgnorePattern.of(text)).isEmpty();
            case "wrong" ->
                assertThatThrownBy(() -> IgnorePattern.of(text)).isInstanceOf(IllegalArgumentException.class);
            default -> assertMatches(recorded, IgnorePattern.of(text));
        }
    }

    private static void assertMatches(JsonObject recorded, Optional<IgnorePattern> read) {
        IgnorePattern pattern = read.orElseThrow();
        assertThat(pattern.excludes()).isEqualTo(recorded.needString("kind").equals("excludes"));
        assertThat(IntStream.range(0, PATHS.size()).filter(i -> pattern.matches(PATHS.get(i))))
                .as(recorded.needString("pattern"))
                .map(PATHS::get)
                .isEqualTo(recorded.items("matches").stream()
                        .map(i -> PATHS.get(((Long) i).intValue()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("recordedPatterns")
    void a_folder_is_pruned_only_if_everything_below_it_matches(JsonObject recorded) {
        if (recorded.needString("kind").equals("excludes")) {
            IgnorePattern pattern =
                    IgnorePattern.of(recorded.needString("pattern")).orElseThrow();
            for (String folder : PATHS) {
                if (pattern.matchesAllBelow(folder)) {
                    assertThat(List.of("x", "b/c", "q.py", "日/a/b"))
                            .allMatch(below -> pattern.matches(folder + "/" + below));
                }
            }
        }
    }

    @Test
    void a_hostile_pattern_takes_time_in_proportion_to_the_path() {
        IgnorePattern pattern = IgnorePattern.of("a*".repeat(2_000) + "b").orElseThrow();

        assertThat(pattern.matches("a".repeat(4_000))).isFalse();
    }
}

package io.jenkins.plugins.azml.engine.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void keys_and_values_know_their_line_and_column() {
        Mapping root = mapping("a: 1\nb:\n  c: [x, y]\n");

        Mapping b = (Mapping) root.get("b").orElseThrow();
        assertThat(root.entry("b").orElseThrow().key().where()).isEqualTo(new Where("f.yml", 2, 1));
        assertThat(b.entry("c").orElseThrow().key().where()).isEqualTo(new Where("f.yml", 3, 3));
        Sequence c = (Sequence) b.get("c").orElseThrow();
        assertThat(c.items().get(1).where()).isEqualTo(new Where("f.yml", 3, 10));
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "Off,false", "TRUE,true", "010,8", "0x1F,31", "0b11,3", "1_000,1000", "1:30,90", "-5,-5"})
    void a_plain_scalar_means_what_it_means_in_yaml_1_1(String written, String meant) {
        assertThat(value(written)).hasToString(meant);
        assertThat(value(written)).isNotInstanceOf(String.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yEs", "1e5", "1e-05", "0o17", "'yes'", "\"1\"", "${{inputs.x}}", "!!str 5", "1.2.3", "nULL"})
    void a_scalar_that_only_looks_like_another_type_is_text(String written) {
        assertThat(value(written)).isInstanceOf(String.class);
    }

    @Test
    void floats_dates_nulls_and_big_integers_are_read() {
        assertThat(value("1.5e+3")).isEqualTo(1500.0);
        assertThat(value("-.inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(value("2026-11-24")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(value("~")).isNull();
        assertThat(value("")).isNull();
        assertThat(value("99999999999999999999")).isEqualTo(new BigInteger("99999999999999999999"));
    }

    @Test
    void a_merge_key_adds_what_the_mapping_lacks() {
        Mapping root = mapping("base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\n");

        Mapping more = (Mapping) root.get("more").orElseThrow();
        assertThat(more.names()).containsExactly("x", "y");
        assertThat(((Scalar) more.get("y").orElseThrow()).value()).isEqualTo(3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3                                | f.yml:3:1 | twice",
                "a: !!javax.script.ScriptEngineManager [x]         | f.yml:1:4 | not allowed",
                "a: !<tag:x.org,2000:y> 1                          | f.yml:1:4 | not allowed",
                "a: !unknown 1                                     | f.yml:1:4 | not allowed",
                "a: !!int '1'                                      | f.yml:1:4 | not allowed",
                "a: &x [*x]                                        | f.yml:1:8 | anchor",
                "a: b: c                                           | f.yml:1:5 | not readable",
                "a: 1\\n---\\nb: 2                                 | f.yml:2:1 | more than one",
                "[a]: 1                                            | f.yml:1:1 | single value",
                "a: 2026-13-45                                     | f.yml:1:4 | quotes",
                "a: =                                              | f.yml:1:4 | quotes",
                "a: <<                                             | f.yml:1:4 | quotes",
                "a: [what?]                                        | f.yml:1:5 | quotes",
                "a: &x 1\\nb: &x 2                                 | f.yml:2:4 | twice",
                "a: >2\\n    b\\nc: 'd\\te'\\nf:\\tg               | f.yml:4:3 | tab",
                "a: \"\\ud83d\"                                     | f.yml:1:4 | half of a character",
                "é: 1\\nb: \u2028                                  | f.yml:2:4 | U+2028",
                "a: 'b\u0001'                                      | f.yml:1:6 | U+0001",
            })
    void what_is_not_allowed_is_refused_with_its_place(String text, String place, String reason) {
        assertThatThrownBy(() -> YamlReader.read(text.replace("\\n", "\n").replace("\\t", "\t"), "f.yml"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_FILE);
                    assertThat(String.valueOf(e.problem().where())).isEqualTo(place);
                    assertThat(e.problem().what()).contains(reason);
                });
    }

    @Test
    void a_hundred_thousand_sexagesimal_digits_are_text() {
        String digits = "1" + ":1".repeat(50_000);

        Node node = YamlReader.read("a: " + digits, "f.yml");

        assertThat(((Scalar) ((Mapping) node).entries().iterator().next().value()).value())
                .isEqualTo(digits);
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
        }

        assertThatThrownBy(() -> YamlReader.read(bomb.toString(), "f.yml")).hasMessageContaining("too many aliases");
    }

    @Test
    void ten_thousand_levels_are_refused() {
        assertThatThrownBy(() -> YamlReader.read("[".repeat(10_000) + "]".repeat(10_000), "f.yml"))
                .hasMessageContaining("deeper than 50");
    }

    @Test
    void ten_thousand_levels_of_block_mappings_are_refused() {
        String deep =
                IntStream.range(0, 1_000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());

        assertThatThrownBy(() -> YamlReader.read(deep, "f.yml")).hasMessageContaining("deeper than 50");
    }

    @Test
    void sixty_thousand_keys_and_a_text_of_ten_megabytes_are_refused() {
        String keys =
                IntStream.range(0, 60_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

        assertThatThrownBy(() -> YamlReader.read(keys, "f.yml")).hasMessageContaining("more than 1000 keys");
        assertThatThrownBy(() -> YamlReader.read("a: " + "x".repeat(10 << 20), "f.yml"))
                .hasMessageContaining("larger than 1 MiB");
        assertThatThrownBy(() -> YamlReader.read("- a\n".repeat(60_000), "f.yml"))
                .hasMessageContaining("more than 30000");
    }

    @Test
    void a_file_of_ten_megabytes_is_refused_before_it_is_parsed(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("big.yml"), new byte[10 << 20]);

        assertThatThrownBy(() -> YamlReader.read(file)).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void a_file_that_is_not_there_and_one_that_is_not_text_are_told_apart(@TempDir Path folder) throws Exception {
        Path bytes = Files.write(folder.resolve("bytes.yml"), new byte[] {'a', (byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> YamlReader.read(folder.resolve("none.yml"))).hasMessageContaining("cannot read");
        assertThatThrownBy(() -> YamlReader.read(bytes)).hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1,1.0",
        "1e16,1e+16",
        "1e15,1000000000000000.0",
        "1e-5,1e-05",
        "0.0001,0.0001",
        "2e-3,0.002",
        "1.5e300,1.5e+300",
        "123456.789,123456.789",
        "-0.0,-0.0",
        "2e23,2e+23",
        "5e-324,5e-324",
        "NaN,nan"
    })
    void a_number_is_written_as_python_writes_it(double value, String text) {
        assertThat(PythonNumbers.text(value)).isEqualTo(text);
    }

    private static Object value(String written) {
        return ((Scalar) mapping("k: " + written).get("k").orElseThrow()).value();
    }

    private static Mapping mapping(String text) {
        return (Mapping) YamlReader.read(text, "f.yml");
    }
}

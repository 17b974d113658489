package io.jenkins.plugins.azml.engine.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelDigestTest {

    private static String digest(Map<String, String> files) throws IOException {
        TreeMap<String, Long> sizes = new TreeMap<>();
        files.forEach((path, content) -> sizes.put(path, (long) content.length()));
        return ModelDigest.of(
                        sizes, path -> new ByteArrayInputStream(files.get(path).getBytes(StandardCharsets.US_ASCII)))
                .toString();
    }

    @Test
    void the_digest_is_the_chain_that_its_description_says() throws IOException {
        // printf '%s\n%s\n%s\n%s\n' "$(printf 0%.0s {1..64})" MLmodel 5 "$(printf hello | sha256sum | cut -c-64)" |
        // sha256sum
        assertThat(digest(Map.of("MLmodel", "hello")))
                .isEqualTo("164e311ad5a30ce226e0dfab2a95e2052a798faa4cec30ad5e2239f0daf5066a");
    }

    @Test
    void the_same_files_have_the_same_digest_in_whatever_order_they_come() throws IOException {
        assertThat(digest(Map.of("a", "1", "b/c", "2"))).isEqualTo(digest(Map.of("b/c", "2", "a", "1")));
    }

    @Test
    void another_byte_path_or_file_is_another_digest() throws IOException {
        assertThat(digest(Map.of("a", "1", "b", "2")))
                .isNotEqualTo(digest(Map.of("a", "1", "b", "3")))
                .isNotEqualTo(digest(Map.of("a", "1", "c", "2")))
                .isNotEqualTo(digest(Map.of("a", "1")))
                .isNotEqualTo(digest(Map.of("a", "1", "b", "2", "c", "")));
    }

    @Test
    void a_file_that_is_not_as_long_as_it_should_be_has_no_digest() {
        assertThatThrownBy(() ->
                        ModelDigest.none().with("model.pkl", 7, new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .hasMessage("'model.pkl' has 3 bytes, expected 7");
    }
}

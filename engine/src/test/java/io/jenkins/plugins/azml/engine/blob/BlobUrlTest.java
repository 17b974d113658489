package io.jenkins.plugins.azml.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobUrlTest {
    private final BlobUrl container = BlobUrl.of("https://a.blob.example/c/?sv=1&sig=s%2Fe%3D");

    @Test
    void a_blobs_name_is_encoded_by_segment_and_the_grant_is_kept() {
        assertThat(container.blob("src/a b#ä?.py").granted())
                .hasToString("https://a.blob.example/c/src/a%20b%23%C3%A4%3F.py?sv=1&sig=s%2Fe%3D");
        assertThat(container.granted("comp=list")).hasToString("https://a.blob.example/c?comp=list&sv=1&sig=s%2Fe%3D");
    }

    @Test
    void the_grant_is_never_shown() {
        assertThat(container.blob("x")).hasToString("https://a.blob.example/c/x");
        assertThat(container.address().toString()).doesNotContain("sig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a/c?sig=se",
                "file:///etc/passwd?sig=se",
                "https://user:sig=se@a/c",
                "not a url sig=se",
                "https:///c?sig=se",
                "/c?sig=se"
            })
    void what_is_no_storage_address_is_refused_without_being_quoted(String text) {
        assertThatThrownBy(() -> BlobUrl.of(text))
                .isInstanceOf(ProblemException.class)
                .message()
                .doesNotContain("sig=");
    }
}

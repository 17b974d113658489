package io.jenkins.plugins.azml.engine.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.example/o/r.git, https://github.example/o/r.git",
        "https://user:token@github.example/o/r.git, https://github.example/o/r.git",
        "https://token@github.example/o/r.git, https://github.example/o/r.git",
        "HTTPS://to@ken@host:8443/o/r, HTTPS://host:8443/o/r",
        "https://dev.example/token@organisation/p/_git/r, https://dev.example/organisation/p/_git/r",
        "https://dev.example/token@organisation, https://dev.example/organisation",
        "https://git.example/o/r@v2, https://git.example/o/r@v2",
        "https://git.example/o/r?private_token=token#x, https://git.example/o/r",
        "http://user:token@127.0.0.1:3000, http://127.0.0.1:3000",
        "ssh://git@github.example/o/r, ssh://git@github.example/o/r",
        "ssh://git:token@github.example:22/o/r, ssh://git@github.example:22/o/r",
        "git@github.example:o/r.git, git@github.example:o/r.git",
        "user:token@host:o/r, user@host:o/r",
        "/srv/git/r.git, /srv/git/r.git",
        "C:\\git\\r, C:\\git\\r"
    })
    void an_address_is_shown_without_what_may_be_a_credential(String url, String safe) {
        assertThat(SafeUrl.of(url)).isEqualTo(safe);
    }
}

package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "'', https://a.test, via",
        "'*', https://a.test, direct",
        "a.test, https://a.test, direct",
        "A.Test, https://a.TEST, direct",
        "a.test, https://b.a.test, direct",
        ".a.test, https://b.a.test, direct",
        ".a.test, https://a.test, direct",
        "*.a.test, https://b.a.test, direct",
        "a.test, https://ba.test, via",
        "a.test, https://a.test.evil.test, via",
        "a.test., https://a.test, direct",
        "a.test, https://a.test., direct",
        "a.test:443, https://a.test, direct",
        "a.test:8443, https://a.test, via",
        "a.test:8443, https://a.test:8443, direct",
        "'x.test, a.test', https://a.test, direct",
        "'x.test a.test', https://a.test, direct",
        "',,', https://a.test, via",
        "10.0.0.7, https://10.0.0.7, direct",
        "10.0.0.7, https://110.0.0.7, via",
        "[fd00::1], https://[fd00::1], direct",
        "fd00::1, https://[fd00::1], direct",
        "[fd00::1]:8443, https://[fd00::1]:443, via",
        "'', https://127.0.0.1:8443, direct",
        "'', https://localhost, direct",
        "'', https://[::1]:1, direct",
        "'', http://169.254.169.254, direct",
        "'', https://127.evil.test, via"
    })
    void no_proxy_is_read_as_curl_reads_it(String noProxy, URI url, String way) {
        Proxies proxies = Proxies.from(
                Map.of("HTTPS_PROXY", "http://proxy.test:3128", "HTTP_PROXY", "proxy.test:3128", "NO_PROXY", noProxy));

        assertThat(proxies.of(url).isPresent() ? "via" : "direct").isEqualTo(way);
    }

    @Test
    void each_scheme_has_its_own_proxy_and_all_proxy_stands_in() {
        Proxies proxies = Proxies.from(Map.of("HTTPS_PROXY", "http://one.test:1", "all_proxy", "two.test:2"));

        assertThat(proxies.of(URI.create("https://a.test"))).contains(new HttpProxy("one.test", 1, null));
        assertThat(proxies.of(URI.create("http://a.test"))).contains(new HttpProxy("two.test", 2, null));
    }

    @Test
    void the_lower_case_name_wins_and_blank_is_unset() {
        Proxies proxies = Proxies.from(
                Map.of("HTTPS_PROXY", "one.test:1", "https_proxy", "two.test:2", "http_proxy", " ", "HTTP_PROXY", ""));

        assertThat(proxies.of(URI.create("https://a.test"))).contains(new HttpProxy("two.test", 2, null));
        assertThat(proxies.of(URI.create("http://a.test"))).isEmpty();
    }

    @Test
    void a_login_is_decoded_and_never_shown() {
        HttpProxy proxy = Proxies.from(Map.of("HTTPS_PROXY", "http://me:p%40s+s@proxy.test"))
                .of(URI.create("https://a.test"))
                .orElseThrow();

        assertThat(proxy).isEqualTo(new HttpProxy("proxy.test", 80, "me:p@s+s"));
        assertThat(proxy.toString()).isEqualTo("proxy.test:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://me:hunter2@p.test:1",
                "https://me:hunter2@p.test",
                "http://me:hunter2@",
                "::hunter2",
                "http://me:hunter2%@p.test"
            })
    void a_value_that_is_no_proxy_is_refused_without_quoting_it(String value) {
        assertThatThrownBy(() -> Proxies.from(Map.of("HTTPS_PROXY", value)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("HTTPS_PROXY is not a proxy that can be used")
                .hasMessageNotContaining("hunter2");
    }
}

package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {
    private final Hosts hosts = new Hosts(Set.of("arm.test", "127.0.0.1:8443", "[::1]:8443"), Set.of(".api.test"));

    @ParameterizedTest
    @CsvSource({
        "https://arm.test/x, true",
        "https://arm.test, true",
        "https://ARM.Test/x, true",
        "https://arm.test:443/x, true",
        "https://arm.test:8443/x, false",
        "http://arm.test/x, false",
        "http://arm.test:443/x, false",
        "ftp://arm.test/x, false",
        "//arm.test/x, false",
        "/x, false",
        "https:arm.test, false",
        "https://arm.test./x, false",
        "https://arm.test@evil.test/x, false",
        "https://me@arm.test/x, false",
        "https://me:pw@arm.test/x, false",
        "https://@arm.test/x, false",
        "https://evil.test/arm.test, false",
        "https://evil.test?arm.test, false",
        "https://evil.test#arm.test, false",
        "https://arm.test.evil.test/x, false",
        "https://xarm.test/x, false",
        "https://sub.arm.test/x, false",
        "https://a.api.test/x, true",
        "https://a.b.API.test/x, true",
        "https://api.test/x, false",
        "https://xapi.test/x, false",
        "https://a.api.test:8443/x, false",
        "https://a.api.test./x, false",
        "https://a.api.test.evil.test/x, false",
        "https://a.api.test@evil.test/x, false",
        "https://xn--arm-abc.test/x, false",
        "https://arm_x.test/x, false",
        "https://127.0.0.1:8443/x, true",
        "https://127.0.0.1/x, false",
        "https://127.0.0.1:8444/x, false",
        "https://127.1:8443/x, false",
        "https://[::1]:8443/x, true",
        "https://[0:0:0:0:0:0:0:1]:8443/x, false",
        "https://[::1]/x, false",
        "https://169.254.169.254/x, false"
    })
    void only_a_listed_host_gets_a_token_and_only_over_tls(URI url, boolean mayReceive) {
        assertThat(hosts.mayReceiveToken(url)).isEqualTo(mayReceive);
    }

    @ParameterizedTest
    @CsvSource({"https://\u0430rm.test/x", "https://arm.test%2eevil/x", "https://arm\uFF0Etest/x"})
    void a_look_alike_is_another_host(String url) {
        assertThat(hosts.mayReceiveToken(URI.create(url))).isFalse();
    }

    @Test
    void a_suffix_without_a_dot_is_a_mistake() {
        assertThatThrownBy(() -> new Hosts(Set.of(), Set.of("api.test"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "localhost, true",
        "[::1], true",
        "127.evil.test, false",
        "10.0.0.1, false",
        ", false"
    })
    void loopback_is_an_address_or_its_name(String host, boolean loopback) {
        assertThat(Hosts.isLoopback(host)).isEqualTo(loopback);
    }
}

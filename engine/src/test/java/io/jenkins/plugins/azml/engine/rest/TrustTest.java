package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    @TempDir
    Path folder;

    @Test
    void without_a_bundle_it_is_the_jvms_own() throws Exception {
        assertThat(Trust.from(Map.of("REQUESTS_CA_BUNDLE", " ")).context()).isSameAs(SSLContext.getDefault());
    }

    @Test
    void our_own_variable_wins_over_the_others() {
        Trust trust = Trust.from(Map.of("AZML_CA_BUNDLE", "/none/ours", "REQUESTS_CA_BUNDLE", "/none/theirs"));

        assertThatThrownBy(trust::context)
                .isInstanceOf(ProblemException.class)
                .hasMessage("AZML_CA_BUNDLE names '/none/ours', which is not a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\n!!!"})
    void a_file_that_holds_no_certificate_is_refused_by_name(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), content);

        assertThatThrownBy(Trust.from(Map.of("SSL_CERT_FILE", file.toString()))::context)
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("SSL_CERT_FILE '" + file + "'");
    }

    @Test
    void all_certificates_of_a_bundle_are_read_whatever_stands_between_them() throws CertificateException {
        String bundle =
                "# one\n" + new TestAuthority().pem() + "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"
                        + new TestAuthority().pem() + "the end";

        assertThat(Pem.certificates(bundle)).hasSize(2);
    }
}

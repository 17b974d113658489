package io.jenkins.plugins.azml.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Answers;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final Authority AUTHORITY =
            new Authority(URI.create("https://login.test"), "https://management.test", true);
    private static final Map<String, String> ENDPOINT =
            Map.of("IDENTITY_ENDPOINT", "http://127.0.0.1:18080/msi/token", "IDENTITY_HEADER", "s3cret");

    private final List<SignIn> asked = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void a_given_token_is_used_as_it_is_and_nothing_is_sent() {
        TokenSource tokens = tokens(Map.of("AZML_TOKEN", " given "), nothingMayBeSent());

        assertThat(tokens.token(false)).isEqualTo("given");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_given_token_that_was_refused_or_is_over_says_so_without_being_shown() {
        TokenSource refused = tokens(Map.of("AZML_TOKEN", "given"), nothingMayBeSent());
        TokenSource over = tokens(Map.of("AZML_TOKEN", jwt(now.minusSeconds(1))), nothingMayBeSent());

        assertThatThrownBy(() -> refused.token(true))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the token in AZML_TOKEN was refused")
                .hasMessageNotContaining("given");
        assertThatThrownBy(() -> over.token(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ended at 2029-12-31T23:59:59Z")
                .hasMessageNotContaining("eyJ");
    }

    @ParameterizedTest
    @CsvSource({
        "'AZURE_TENANT_ID,AZURE_CLIENT_ID,AZURE_CLIENT_SECRET,AZURE_FEDERATED_TOKEN_FILE,IDENTITY_ENDPOINT,IDENTITY_HEADER', CLIENT_SECRET",
        "'AZURE_TENANT_ID,AZURE_CLIENT_ID,AZURE_CLIENT_CERTIFICATE_PATH,AZURE_FEDERATED_TOKEN_FILE', CLIENT_CERTIFICATE",
        "'AZURE_TENANT_ID,AZURE_CLIENT_ID,AZURE_FEDERATED_TOKEN_FILE', WORKLOAD_IDENTITY",
        "'AZURE_TENANT_ID,AZURE_CLIENT_SECRET', AZURE_CLI",
        "'IDENTITY_ENDPOINT', AZURE_CLI",
        "'', AZURE_CLI"
    })
    void what_the_environment_holds_in_full_is_used(String variables, SignIn way) {
        Map<String, String> environment = new java.util.HashMap<>();
        for (String variable : variables.split(",")) {
            environment.put(variable, "x");
        }

        tokens(environment, noMetadata()).token(false);

        assertThat(asked).containsExactly(way);
    }

    @ParameterizedTest
    @CsvSource({"managed-identity, MANAGED_IDENTITY", "Azure-CLI, AZURE_CLI"})
    void an_explicit_choice_wins(String choice, SignIn way) {
        tokens(Map.of("AZML_CREDENTIAL", choice, "AZML_TOKEN", "given"), nothingMayBeSent())
                .token(false);

        assertThat(asked).containsExactly(way);
    }

    @ParameterizedTest
    @CsvSource({
        "client-secret, 'AZML_CREDENTIAL is ''client-secret'', which needs AZURE_TENANT_ID, AZURE_CLIENT_SECRET'",
        "token, 'AZML_CREDENTIAL is ''token'', which needs AZML_TOKEN'",
        "magic, 'AZML_CREDENTIAL is ''magic''; expected one of token, client-secret, client-certificate, workload-identity, identity-endpoint, managed-identity, azure-cli'"
    })
    void a_choice_that_cannot_be_made_says_why(String choice, String message) {
        assertThatThrownBy(() -> tokens(Map.of("AZML_CREDENTIAL", choice, "AZURE_CLIENT_ID", "me"), nothingMayBeSent()))
                .isInstanceOf(ProblemException.class)
                .hasMessage(message);
    }

    @Test
    void on_an_azure_machine_its_identity_comes_first() {
        tokens(Map.of(), request -> Answers.of(400, "")).token(false);

        assertThat(asked).containsExactly(SignIn.MANAGED_IDENTITY);
    }

    @Test
    void where_nothing_works_all_that_was_tried_is_named() {
        TokenSource tokens = new Credentials(Map.of(), AUTHORITY, request -> Answers.of(400, ""), () -> now, way -> {
                    throw Problem.of(ProblemCode.NOT_SIGNED_IN, "none by " + way)
                            .asException();
                })
                .tokens();

        assertThatThrownBy(() -> tokens.token(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("there is no way to sign in to Azure; run 'az login'")
                .hasMessageEndingWith(
                        "(tried managed-identity: none by MANAGED_IDENTITY; azure-cli: none by AZURE_CLI)");
    }

    @Test
    void the_identity_endpoint_is_asked_as_app_service_asks_it() {
        List<Transport.Request> sent = new ArrayList<>();
        TokenSource tokens = tokens(ENDPOINT, request -> {
            sent.add(request);
            return Answers.of(200, "{\"access_token\":\"t1\",\"expires_on\":\"1893459600\",\"token_type\":\"Bearer\"}");
        });

        assertThat(tokens.token(false)).isEqualTo("t1");
        assertThat(sent.get(0).url())
                .hasToString("http://127.0.0.1:18080/msi/token?api-version=2019-08-01"
                        + "&resource=https%3A%2F%2Fmanagement.test");
        assertThat(sent.get(0).headers()).containsEntry("X-IDENTITY-HEADER", "s3cret");
    }

    @Test
    void a_token_is_kept_until_five_minutes_before_its_end_unless_a_fresh_one_is_needed() {
        List<Transport.Request> sent = new ArrayList<>();
        TokenSource tokens = tokens(ENDPOINT, request -> {
            sent.add(request);
            return token(sent.size(), now.plusSeconds(3600));
        });

        assertThat(tokens.token(false)).isEqualTo("t1");
        now = now.plusSeconds(3299);
        assertThat(tokens.token(false)).isEqualTo("t1");
        now = now.plusSeconds(1);
        assertThat(tokens.token(false)).isEqualTo("t2");
        assertThat(tokens.token(true)).isEqualTo("t3");
        assertThat(tokens.token(false)).isEqualTo("t3");
    }

    @Test
    void a_short_token_is_kept_for_half_its_life() {
        List<Transport.Request> sent = new ArrayList<>();
        TokenSource tokens = tokens(ENDPOINT, request -> {
            sent.add(request);
            return token(sent.size(), now.plusSeconds(60));
        });

        assertThat(tokens.token(false)).isEqualTo("t1");
        now = now.plusSeconds(29);
        assertThat(tokens.token(false)).isEqualTo("t1");
        now = now.plusSeconds(1);
        assertThat(tokens.token(false)).isEqualTo("t2");
    }

    @Test
    void where_the_answer_tells_no_end_the_token_does() {
        String jwt = jwt(now.plusSeconds(3600));
        List<Transport.Request> sent = new ArrayList<>();
        TokenSource tokens = tokens(ENDPOINT, request -> {
            sent.add(request);
            return Answers.of(200, "{\"access_token\":\"" + jwt + "\"}");
        });

        tokens.token(false);
        tokens.token(false);

        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"access_token\":1,\"expires_on\":1893459600}",
                "{\"access_token\":\"t1\"}",
                "{\"access_token\":\"t1\",\"expires_on\":\"soon\"}",
                "{\"access_token\":\"t1\",\"expires_on\":1e300}"
            })
    void an_answer_without_a_token_is_a_problem_that_names_the_endpoint(String answer) {
        TokenSource tokens = tokens(ENDPOINT, request -> Answers.of(200, answer));

        assertThatThrownBy(() -> tokens.token(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("the identity endpoint http://127.0.0.1:18080/msi/token gave no token: ");
    }

    @Test
    void an_endpoint_that_refuses_or_is_away_is_named_and_its_secret_is_not() {
        TokenSource refusing = tokens(ENDPOINT, request -> Answers.of(401, "bad s3cret"));
        TokenSource away = tokens(ENDPOINT, request -> {
            throw new IOException("nothing listens on 127.0.0.1:18080");
        });

        assertThatThrownBy(() -> refusing.token(false))
                .hasMessage("the identity endpoint http://127.0.0.1:18080/msi/token answered HTTP 401;"
                        + " is IDENTITY_HEADER of the same session?");
        assertThatThrownBy(() -> away.token(false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_SIGNED_IN))
                .hasMessageEndingWith("nothing listens on 127.0.0.1:18080");
    }

    @ParameterizedTest
    @CsvSource({
        "https://identity.test/token, true", "http://localhost:1/token, true", "http://[::1]:1/token, true",
        "http://identity.test/token, false", "http://127.evil.test/token, false", "http://127.0.0.1@evil.test/t, false",
        "file:///etc/passwd, false", "'::', false"
    })
    void the_secret_goes_over_tls_or_to_this_machine(String endpoint, boolean usable) {
        Map<String, String> environment = Map.of("IDENTITY_ENDPOINT", endpoint, "IDENTITY_HEADER", "s3cret");

        if (usable) {
            assertThat(tokens(environment, request -> token(1, now.plusSeconds(60)))
                            .token(false))
                    .isEqualTo("t1");
        } else {
            assertThatThrownBy(() -> tokens(environment, nothingMayBeSent()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("IDENTITY_ENDPOINT '")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private TokenSource tokens(Map<String, String> environment, Transport transport) {
        return new Credentials(environment, AUTHORITY, transport, () -> now, this::azureIdentity).tokens();
    }

    private AccessToken azureIdentity(SignIn way) {
        asked.add(way);
        return new AccessToken("by azure-identity", now.plusSeconds(3600));
    }

    private static Transport nothingMayBeSent() {
        return request -> {
            throw new AssertionError("sent " + request);
        };
    }

    private static Transport noMetadata() {
        return request -> {
            throw new IOException("no route");
        };
    }

    private static Transport.Response token(int number, Instant end) {
        return Answers.of(200, "{\"access_token\":\"t" + number + "\",\"expires_on\":" + end.getEpochSecond() + "}");
    }

    private static String jwt(Instant end) {
        String claims = "{\"exp\":" + end.getEpochSecond() + "}";
        return "eyJh."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}

package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens from an identity endpoint that speaks as App Service's does (api-version 2019-08-01); the emulator has one.
 *
 * @see <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity">Managed identities, REST</a>
 */
final class IdentityEndpoint implements TokenFetcher {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 64 << 10;

    private final Transport transport;
    private final URI address;
    private final String secret;

    /**
     * @param endpoint https, or http on loopback
     * @param resource what the token is for, for example {@code https://management.azure.com}
     * @param clientId of a user-assigned identity, or empty
     * @param secret the value of {@code IDENTITY_HEADER}
     */
    IdentityEndpoint(Transport transport, String endpoint, String resource, String clientId, String secret) {
        this.transport = transport;
        this.secret = secret;
        URI base = usable(endpoint);
        this.address = URI.create(base + (base.getRawQuery() == null ? "?" : "&") + "api-version=2019-08-01&resource="
                + Url.encode(resource) + (clientId.isEmpty() ? "" : "&client_id=" + Url.encode(clientId)));
    }

    private static URI usable(String endpoint) {
        try {
            URI url = URI.create(endpoint.strip());
            if ("https".equals(url.getScheme())
                    || ("http".equals(url.getScheme()) && Hosts.isLoopback(url.getHost()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        "IDENTITY_ENDPOINT '" + Redaction.line(endpoint, 200)
                                + "' is neither https nor http on 127.0.0.1, so it gets no secret")
                .asException();
    }

    @Override
    public AccessToken fetch() {
        Map<String, String> headers = Map.of("X-IDENTITY-HEADER", secret, "Accept", "application/json");
        var request = new Transport.Request("GET", address, headers, Body.none(), DEADLINE);
        try (Transport.Response answer = transport.send(request)) {
            byte[] text = answer.body().readNBytes(LONGEST_ANSWER);
            if (answer.status() != 200) {
                throw problem("answered HTTP " + answer.status() + hint(answer.status()), null);
            }
            return read(JsonObject.read(text));
        } catch (IOException | JsonException e) {
            throw problem("gave no token: " + Redaction.line(String.valueOf(e.getMessage()), 200), e);
        }
    }

    private static String hint(int status) {
        return status == 401 || status == 403 ? "; is IDENTITY_HEADER of the same session?" : "";
    }

    private AccessToken read(JsonObject answer) {
        String token = answer.needString("access_token");
        Instant end = seconds(answer)
                .or(() -> AccessToken.expiryIn(token))
                .orElseThrow(() -> new JsonException("neither 'expires_on' nor the token says when it ends"));
        return new AccessToken(token, end);
    }

    private static Optional<Instant> seconds(JsonObject answer) {
        try {
            var end = answer.number("expires_on");
            return end.isPresent() ? Optional.of(Instant.ofEpochSecond((long) end.getAsDouble())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ProblemException problem(String what, @Nullable Throwable cause) {
        return new ProblemException(
                Problem.of(ProblemCode.NOT_SIGNED_IN, "the identity endpoint " + Url.shown(address) + " " + what),
                cause);
    }
}

package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses where tokens come from, as the official clients do: what the environment holds in full is used and nothing
 * else; where it holds nothing, this machine's identity is tried, then the Azure CLI.
 */
public final class Credentials {
    private static final URI INSTANCE_METADATA = URI.create("http://169.254.169.254/metadata/instance");
    private static final Duration PROBE = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final Authority authority;
    private final Transport transport;
    private final InstantSource clock;
    private final Function<SignIn, AccessToken> azureIdentity;

    /**
     * Reads environment variables.
     *
     * @param transport what an endpoint on this machine is asked over
     * @param signIn what azure-identity works over; it should keep the words of a refusal, see {@code
     *     UrlConnectionTransport}
     */
    public Credentials(
            Map<String, String> environment,
            Authority authority,
            Transport transport,
            Transport signIn,
            InstantSource clock) {
        // Only the call loads azure-identity: it costs half a second.
        this(environment, authority, transport, clock, way -> AzureIdentity.fetch(way, environment, authority, signIn));
    }

    Credentials(
            Map<String, String> environment,
            Authority authority,
            Transport transport,
            InstantSource clock,
            Function<SignIn, AccessToken> azureIdentity) {
        this.environment = Map.copyOf(environment);
        this.authority = authority;
        this.transport = transport;
        this.clock = clock;
        this.azureIdentity = azureIdentity;
    }

    /**
     * Tokens by the way that {@code AZML_CREDENTIAL} names, or else by the first one that the environment is set up for.
     * Nothing is fetched yet.
     *
     * @throws ProblemException INVALID_ARGUMENT if the choice is unknown or lacks a variable
     */
    public TokenSource tokens() {
        String choice = SignIn.choice(environment);
        if (!choice.isBlank()) {
            return chosen(SignIn.named(choice));
        }
        return SignIn.firstSetIn(environment)
                .map(this::by)
                .orElseGet(() -> new CachedTokens(this::fromThisMachine, clock));
    }

    private TokenSource chosen(SignIn way) {
        if (!way.isSetIn(environment)) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "AZML_CREDENTIAL is '" + way.word() + "', which needs " + way.missing(environment))
                    .asException();
        }
        return by(way);
    }

    private TokenSource by(SignIn way) {
        return way == SignIn.TOKEN ? new GivenToken(value("AZML_TOKEN"), clock) : new CachedTokens(fetcher(way), clock);
    }

    private TokenFetcher fetcher(SignIn way) {
        return way == SignIn.IDENTITY_ENDPOINT
                ? new IdentityEndpoint(
                        transport,
                        value("IDENTITY_ENDPOINT"),
                        authority.resource(),
                        value("AZURE_CLIENT_ID"),
                        value("IDENTITY_HEADER"))
                : () -> azureIdentity.apply(way);
    }

    private AccessToken fromThisMachine() {
        List<String> tried = new ArrayList<>();
        if (isAzureMachine()) {
            Optional<AccessToken> token = tried(SignIn.MANAGED_IDENTITY, tried);
            if (token.isPresent()) {
                return token.get();
            }
        } else {
            tried.add("managed-identity: this is no Azure machine");
        }
        return tried(SignIn.AZURE_CLI, tried)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_SIGNED_IN,
                                "there is no way to sign in to Azure; run 'az login', set AZURE_TENANT_ID,"
                                        + " AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or put a token into AZML_TOKEN"
                                        + " (tried " + String.join("; ", tried) + ")")
                        .asException());
    }

    private Optional<AccessToken> tried(SignIn way, List<String> tried) {
        try {
            return Optional.of(fetcher(way).fetch());
        } catch (ProblemException e) {
            tried.add(way.word() + ": " + e.problem().what());
            return Optional.empty();
        }
    }

    /** azure-identity would ask for minutes where there is no such address. */
    private boolean isAzureMachine() {
        var probe = new Transport.Request("GET", INSTANCE_METADATA, Map.of(), Body.none(), PROBE);
        try (Transport.Response answer = transport.send(probe)) {
            // Without the header "Metadata: true" it refuses, but it is there.
            return answer.status() == 400;
        } catch (IOException e) {
            return false;
        }
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}

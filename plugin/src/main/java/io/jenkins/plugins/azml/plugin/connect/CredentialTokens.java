package io.jenkins.plugins.azml.plugin.connect;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.azure.util.AzureBaseCredentials;
import com.microsoft.azure.util.AzureCredentials;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an Azure credential. It is looked up again for each token, so that a rotated secret is picked up; a token is
 * kept until shortly before it ends.
 */
final class CredentialTokens implements TokenSource {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Supplier<AzureBaseCredentials> credential;
    private final String scope;
    private final InstantSource clock;
    private @Nullable String token;
    private Instant renewal = Instant.MIN;

    CredentialTokens(Supplier<AzureBaseCredentials> credential, String resource, InstantSource clock) {
        this.credential = credential;
        this.scope = resource + "/.default";
        this.clock = clock;
    }

    @Override
    public synchronized String token(boolean fresh) {
        String kept = token;
        if (fresh || kept == null || !clock.instant().isBefore(renewal)) {
            AccessToken got = fetch(credential.get());
            kept = got.getToken();
            token = kept;
            renewal = got.getExpiresAt().toInstant().minus(MARGIN);
        }
        return kept;
    }

    private AccessToken fetch(AzureBaseCredentials found) {
        try {
            return AzureCredentials.getTokenCredential(found).getTokenSync(new TokenRequestContext().addScopes(scope));
        } catch (RuntimeException e) {
            // The credentials plugin and azure-identity throw many types, also bare ones, for the same reason.
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.NOT_SIGNED_IN,
                            "no token by credential '" + found.getId() + "': "
                                    + Redaction.line(String.valueOf(e.getMessage()), 300)),
                    e);
        }
    }
}

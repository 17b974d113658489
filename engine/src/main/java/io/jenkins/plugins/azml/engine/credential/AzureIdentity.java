package io.jenkins.plugins.azml.engine.credential;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Tokens by azure-identity, over our own transport. The only class that names anything of {@code com.azure}, but for the
 * adapter that it makes.
 */
final class AzureIdentity {
    private static final int RETRIES = 2;

    /** What azure-identity appends to many messages: a page to read, of which our own remedy is the short form. */
    private static final String ADVICE = "(?s)\\s*To mitigate this issue.*";

    private final Map<String, String> environment;
    private final Authority authority;
    private final HttpClient client;

    private AzureIdentity(Map<String, String> environment, Authority authority, Transport transport) {
        this.environment = environment;
        this.authority = authority;
        this.client = new AzureHttp(transport);
    }

    /** A new token: nothing is kept between two calls. */
    static AccessToken fetch(SignIn way, Map<String, String> environment, Authority authority, Transport transport) {
        try {
            TokenCredential credential = new AzureIdentity(environment, authority, transport).credential(way);
            var token = credential.getTokenSync(new TokenRequestContext().addScopes(authority.scope()));
            return new AccessToken(token.getToken(), token.getExpiresAt().toInstant());
        } catch (RuntimeException e) {
            // azure-identity throws many types, also bare ones, for the same reason: no token.
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.NOT_SIGNED_IN,
                            "no token by " + way.word() + ": "
                                    + Redaction.line(words(e).replaceFirst(ADVICE, ""), 300)),
                    e);
        }
    }

    /** The first message that says more than which exception lies below. */
    private static String words(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null
                        && (failure.getMessage() == null || failure.getMessage().equals(cause.toString()))
                ? words(cause)
                : String.valueOf(failure.getMessage());
    }

    private TokenCredential credential(SignIn way) {
        return switch (way) {
            case CLIENT_SECRET ->
                principal(new ClientSecretCredentialBuilder())
                        .clientSecret(value("AZURE_CLIENT_SECRET"))
                        .build();
            case CLIENT_CERTIFICATE -> certificate();
            case WORKLOAD_IDENTITY ->
                principal(new WorkloadIdentityCredentialBuilder())
                        .tokenFilePath(file("AZURE_FEDERATED_TOKEN_FILE"))
                        .build();
            case MANAGED_IDENTITY -> managedIdentity();
            case AZURE_CLI -> azureCli();
            case TOKEN, IDENTITY_ENDPOINT -> throw new IllegalArgumentException(way.word());
        };
    }

    private TokenCredential certificate() {
        String file = file("AZURE_CLIENT_CERTIFICATE_PATH");
        var builder = principal(new ClientCertificateCredentialBuilder());
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".pfx") || name.endsWith(".p12")) {
            builder.pfxCertificate(file).clientCertificatePassword(value("AZURE_CLIENT_CERTIFICATE_PASSWORD"));
        } else {
            builder.pemCertificate(file);
        }
        return builder.build();
    }

    private TokenCredential managedIdentity() {
        var builder = common(new ManagedIdentityCredentialBuilder());
        String clientId = value("AZURE_CLIENT_ID");
        return (clientId.isEmpty() ? builder : builder.clientId(clientId)).build();
    }

    private TokenCredential azureCli() {
        var builder = common(new AzureCliCredentialBuilder());
        String tenant = value("AZURE_TENANT_ID");
        return (tenant.isEmpty() ? builder : builder.tenantId(tenant)).build();
    }

    private <B extends AadCredentialBuilderBase<B>> B principal(B builder) {
        common(builder);
        builder.authorityHost(authority.login().toString())
                .tenantId(value("AZURE_TENANT_ID"))
                .clientId(value("AZURE_CLIENT_ID"));
        return authority.wellKnown() ? builder : builder.disableInstanceDiscovery();
    }

    private <B extends CredentialBuilderBase<B>> B common(B builder) {
        builder.httpClient(client);
        builder.retryOptions(new RetryOptions(new ExponentialBackoffOptions().setMaxRetries(RETRIES)));
        return builder;
    }

    private String file(String variable) {
        Path file = Path.of(value(variable));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(variable + " names '" + file + "', which cannot be read");
        }
        return file.toString();
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}

package io.jenkins.plugins.azml.emulator.security;

import io.jenkins.plugins.azml.emulator.http.Access;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.http.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** Lets in who may come in: the right host, no browser, the right token. */
public final class Door {
    private static final String BEARER = "Bearer ";

    private final URI secure;
    private final URI plain;
    private final List<URI> others;
    private final TokenAuthority tokens;
    private final String identityHeader;

    /**
     * @param others further addresses that are answered, for example the blob host's
     * @param identityHeader the secret that the identity endpoint wants
     */
    public Door(URI secure, URI plain, List<URI> others, TokenAuthority tokens, String identityHeader) {
        this.secure = secure;
        this.plain = plain;
        this.others = List.copyOf(others);
        this.tokens = tokens;
        this.identityHeader = identityHeader;
    }

    /**
     * The address that the request was sent to, before anything else is looked at.
     *
     * @throws ArmError 421 for any other host, 403 for a request that a web page made
     */
    public URI address(Request request) {
        List<String> hosts = request.headers().all("Host");
        String host = hosts.size() == 1 ? hosts.get(0).toLowerCase(Locale.ROOT) : "";
        URI address = List.of(secure, plain).stream()
                .filter(known -> known.getAuthority().equals(host))
                .findFirst()
                .or(() -> others.stream()
                        .filter(known -> known.getAuthority().equals(host))
                        .findFirst())
                .orElseThrow(
                        () -> new ArmError(421, "MisdirectedRequest", "The emulator answers to its own address only."));
        boolean fromPage =
                request.header("Origin").isPresent() || request.method().equals("OPTIONS");
        if (fromPage) {
            throw new ArmError(403, "Forbidden", "The emulator does not answer web pages.");
        }
        return address;
    }

    /**
     * Checks what the route wants to see.
     *
     * @throws ArmError 401, 403 or 400 when it is not there
     */
    public void check(Request request, Route route, URI address) {
        boolean onPlain = address.equals(plain);
        if (onPlain != (route.access() == Access.IDENTITY)) {
            throw new ArmError(403, "HttpsRequired", "This operation is not served at " + address + ".");
        }
        switch (route.access()) {
            case ARM -> {
                checkToken(request);
                checkVersion(request);
            }
            case TOKEN -> checkToken(request);
            case IDENTITY -> checkIdentity(request);
            case PUBLIC, ENDPOINT -> {}
        }
    }

    private void checkToken(Request request) {
        List<String> given = request.headers().all("Authorization");
        boolean allowed = given.size() == 1
                && given.get(0).startsWith(BEARER)
                && tokens.accepts(given.get(0).substring(BEARER.length()));
        if (!allowed) {
            throw new ArmError(
                    401,
                    given.isEmpty() ? "AuthenticationFailed" : "InvalidAuthenticationToken",
                    given.isEmpty()
                            ? "The 'Authorization' header is missing."
                            : "The access token is not one of this start of the emulator, or it has expired.");
        }
    }

    private static void checkVersion(Request request) {
        if (request.query("api-version").filter(version -> !version.isBlank()).isEmpty()) {
            throw new ArmError(400, "MissingApiVersionParameter", "The query parameter 'api-version' is missing.");
        }
    }

    private void checkIdentity(Request request) {
        byte[] given = request.header("X-IDENTITY-HEADER").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(identityHeader.getBytes(StandardCharsets.UTF_8), given)) {
            throw new ArmError(401, "Unauthorized", "The header X-IDENTITY-HEADER is missing or wrong.");
        }
    }
}

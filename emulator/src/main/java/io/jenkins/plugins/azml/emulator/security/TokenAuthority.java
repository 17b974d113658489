package io.jenkins.plugins.azml.emulator.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.azml.emulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks bearer tokens: JSON web tokens, because clients decode them, signed with a key of this start.
 * A token of an earlier start is refused.
 */
public final class TokenAuthority {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** The tenant that tokens name. */
    public static final String TENANT = "00000000-0000-0000-0000-00000000a2a1";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final InstantSource clock;

    /** @param secret 32 random bytes of this start */
    public TokenAuthority(byte[] secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    /** A token for the audience that expires after {@link #LIFETIME}. */
    public String issue(String audience) {
        return issue(audience, LIFETIME);
    }

    public String issue(String audience, Duration lifetime) {
        Instant now = clock.instant();
        String header = part(Json.text(Json.object().put("typ", "JWT").put("alg", "HS256")));
        String payload = part(Json.text(Json.object()
                .put("aud", audience)
                .put("iss", "https://sts.windows.net/" + TENANT + "/")
                .put("iat", now.getEpochSecond())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(lifetime).getEpochSecond())
                .put("tid", TENANT)
                .put("oid", "00000000-0000-0000-0000-000000000001")));
        return header + "." + payload + "." + signature(header + "." + payload);
    }

    /** Whether this start issued the token and it is still good. Takes the same time for every wrong signature. */
    public boolean accepts(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        byte[] expected = signature(token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given)
                && expiry(token.substring(0, dot)).isAfter(clock.instant());
    }

    private static Instant expiry(String signed) {
        byte[] payload = Base64.getUrlDecoder().decode(signed.substring(signed.indexOf('.') + 1));
        try {
            return Instant.ofEpochSecond(Json.read(payload).path("exp").asLong());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a token that was signed here is not JSON", impossible);
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

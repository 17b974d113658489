package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shared access signatures of whole containers, in the form that the service has had since its version 2020-12-06. */
public final class Sas {
    private static final String VERSION = "2022-11-02";

    private Sas() {}

    /** The query text, without {@code ?}, that allows so much on the container until then. */
    public static String sign(Container container, String accountKey, Set<SasPermission> permissions, Instant expiry) {
        String letters = SasPermission.letters(permissions);
        String until = expiry.truncatedTo(ChronoUnit.SECONDS).toString();
        String signature = signature(container, accountKey, letters, "", until, "", VERSION);
        return "sv=" + VERSION + "&sr=c&sp=" + letters + "&se=" + encoded(until) + "&sig=" + encoded(signature);
    }

    /** Whether the request carries a signature of this key that allows so much at this time. */
    static boolean allows(Request request, Container container, String accountKey, SasPermission needed, Instant now) {
        String letters = request.query("sp").orElse("");
        String expiry = request.query("se").orElse("");
        String expected = signature(
                container,
                accountKey,
                letters,
                request.query("st").orElse(""),
                expiry,
                request.query("spr").orElse(""),
                request.query("sv").orElse(""));
        byte[] given = request.query("sig").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given)
                && letters.contains(SasPermission.letters(Set.of(needed)))
                && isAfter(expiry, now);
    }

    private static boolean isAfter(String expiry, Instant now) {
        try {
            return Instant.parse(expiry).isAfter(now);
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static String signature(
            Container container,
            String accountKey,
            String permissions,
            String start,
            String expiry,
            String protocol,
            String version) {
        String resource = "/blob/" + container.account() + "/" + container.name();
        String text = String.join(
                "\n", permissions, start, expiry, resource, "", "", protocol, version, "c", "", "", "", "", "", "", "");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(accountKey), mac.getAlgorithm()));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

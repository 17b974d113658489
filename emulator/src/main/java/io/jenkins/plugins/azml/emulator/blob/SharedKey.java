package io.jenkins.plugins.azml.emulator.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs Blob requests and signatures for others with an account's key.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">Shared Key</a>
 */
final class SharedKey {
    static final String VERSION = "2021-12-02";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String account;
    private final byte[] key;

    SharedKey(String account, String base64Key) {
        this.account = account;
        this.key = Base64.getDecoder().decode(base64Key);
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param path as it is sent
     * @param headers the {@code x-ms-} headers and {@code Range}, all in lower case
     * @param contentLength in bytes
     */
    String authorization(
            String method,
            String path,
            SortedMap<String, String> query,
            Map<String, String> headers,
            long contentLength) {
        String length = contentLength == 0 ? "" : Long.toString(contentLength);
        String range = headers.getOrDefault("range", "");
        String text = String.join("\n", method, "", "", length, "", "", "", "", "", "", "", range)
                + "\n"
                + lines(headers)
                + "/" + account + path
                + query.entrySet().stream()
                        .map(parameter -> "\n" + parameter.getKey() + ":" + parameter.getValue())
                        .collect(Collectors.joining());
        return "SharedKey " + account + ":" + sign(text);
    }

    private static String lines(Map<String, String> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .filter(header -> header.getKey().startsWith("x-ms-"))
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** The query of a service SAS for a container. */
    String containerSas(String container, Set<SasPermission> permissions, Instant expiry) {
        String letters = SasPermission.letters(permissions);
        String end = SECONDS.format(expiry);
        String resource = "/blob/" + account + "/" + container;
        // start, identifier, address and protocol are open; snapshot, scope and the five response headers too.
        String text =
                String.join("\n", letters, "", end, resource, "", "", "", VERSION, "c", "", "", "", "", "", "", "");
        return "sv=" + VERSION + "&sr=c&sp=" + letters + "&se=" + encode(end) + "&sig=" + encode(sign(text));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

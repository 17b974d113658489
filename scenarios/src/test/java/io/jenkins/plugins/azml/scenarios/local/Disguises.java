package io.jenkins.plugins.azml.scenarios.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a secret may turn up. */
final class Disguises {
    private Disguises() {}

    /** The texts to look for, by what they are. Base64 is looked for without what depends on the bytes around it. */
    static Map<String, String> of(String secret) {
        Map<String, String> forms = new LinkedHashMap<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.put("raw", secret);
        forms.put("URL", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.put("JSON", secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.put("XML", secret.replace("&", "&amp;").replace("+", "&#43;").replace("=", "&#61;"));
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        forms.put("first half", secret.substring(0, secret.length() / 2));
        forms.put("second half", secret.substring(secret.length() / 2));
        for (int before = 0; before < 3; before++) {
            forms.put("base64, " + before + " bytes before", inner(bytes, before));
        }
        return forms;
    }

    private static String inner(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        // The first four and the last two characters also depend on the neighbours.
        return text.substring(before == 0 ? 0 : 4, text.length() - 2);
    }
}

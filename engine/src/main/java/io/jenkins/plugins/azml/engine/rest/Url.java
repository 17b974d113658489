package io.jenkins.plugins.azml.engine.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses from templates, each value encoded as one path segment or one query value. */
public final class Url {
    private Url() {}

    /** {@code Url.of(base, "/codes/{}/versions/{}", "a b", "1")} is {@code base/codes/a%20b/versions/1}. */
    public static URI of(String base, String template, String... values) {
        StringBuilder url = new StringBuilder(base);
        int value = 0;
        for (int i = 0; i < template.length(); i++) {
            if (template.startsWith("{}", i)) {
                url.append(encode(values[value++]));
                i++;
            } else {
                url.append(template.charAt(i));
            }
        }
        return URI.create(url.toString());
    }

    /** As {@code encodeURIComponent}: a slash in a value never starts a new segment. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address without its query, which may hold a signature: fit to be shown. */
    public static String shown(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority() + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}

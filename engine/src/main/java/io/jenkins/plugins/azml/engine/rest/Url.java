package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses from templates, each value encoded as one path segment or one query value. */
public final class Url {
    private Url() {}

    /**
     * {@code Url.of(base, "/codes/{}/versions/{}", "a b", "1")} is {@code base/codes/a%20b/versions/1}.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT if a value in the path is empty or
     *     a step to another folder
     */
    public static URI of(String base, String template, String... values) {
        StringBuilder url = new StringBuilder(base);
        int query = template.indexOf('?');
        int value = 0;
        for (int i = 0; i < template.length(); i++) {
            if (template.startsWith("{}", i)) {
                boolean inPath = query < 0 || i < query;
                url.append(inPath ? segment(template, values[value++]) : encode(values[value++]));
                i++;
            } else {
                url.append(template.charAt(i));
            }
        }
        return URI.create(url.toString());
    }

    private static String segment(String template, String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, "'" + value + "' cannot be a name in " + template)
                    .asException();
        }
        return encode(value);
    }

    /** As {@code encodeURIComponent}: a slash in a value never starts a new segment. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address without its query, which may hold a signature, and without a login: fit to be shown. */
    public static String shown(URI url) {
        String authority = String.valueOf(url.getRawAuthority());
        return url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1)
                + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}

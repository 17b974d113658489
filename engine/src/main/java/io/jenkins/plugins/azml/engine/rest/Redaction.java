package io.jenkins.plugins.azml.engine.rest;

import java.util.regex.Pattern;

/** Takes what may be a secret out of text that came from elsewhere, and makes it one harmless line. */
public final class Redaction {
    private static final Pattern SECRETS = Pattern.compile("(?i)"
            + "(\\bsig=|\\bsignature=|AccountKey=|SharedAccessKey=|\\bBearer\\s+|\\bpassword=|\"(?:primaryKey|secondaryKey|"
            + "accessToken|access_token|client_secret|sasToken|sasUri|key)\"\\s*:\\s*\")[^\\s&\"',;<>]{1,4096}");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]{1,64}");

    private Redaction() {}

    public static String of(String text) {
        return SECRETS.matcher(text).replaceAll("$1***");
    }

    /** As {@link #of}, on one line of at most {@code limit} characters. */
    public static String line(String text, int limit) {
        String line = CONTROL.matcher(of(text)).replaceAll(" ").strip();
        return line.length() <= limit ? line : line.substring(0, limit) + "…";
    }
}

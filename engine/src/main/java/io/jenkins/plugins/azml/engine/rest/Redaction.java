package io.jenkins.plugins.azml.engine.rest;

import java.util.regex.Pattern;

/** Takes what may be a secret out of text that came from elsewhere, and makes it one harmless line. */
public final class Redaction {
    /** What stands before a secret; quotes may be escaped, as in JSON within JSON. */
    private static final String NAMES =
            "\\bsig=|\\bsignature=|AccountKey=|SharedAccessKey=|\\bBearer\\s++|\\bBasic\\s++|\\bpassword=|"
                    + "\\bclient_secret=|\\bclient_assertion=|\\baccess_token=|\\\\?\"(?:primaryKey|secondaryKey|accessToken|access_token|"
                    + "client_secret|sasToken|sasUri|keyValue|key|password)\\\\?\"\\s*+:\\s*+\\\\?\"";

    private static final Pattern SECRETS = Pattern.compile("(?i)(" + NAMES + ")[^\\s&\"',;<>\\\\]++");
    /** A JWT wherever it stands. The look-behind keeps this linear: no second try within a word. */
    private static final Pattern JWT = Pattern.compile("(?<![\\w.-])eyJ[\\w-]++\\.[\\w.-]++");

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]++");

    private Redaction() {}

    public static String of(String text) {
        return JWT.matcher(SECRETS.matcher(text).replaceAll("$1***")).replaceAll("***");
    }

    /** As {@link #of}, on one line of at most {@code limit} characters. */
    public static String line(String text, int limit) {
        String line = CONTROL.matcher(of(text)).replaceAll(" ").strip();
        return line.length() <= limit ? line : line.substring(0, limit) + "…";
    }
}

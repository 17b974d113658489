package io.jenkins.plugins.azml.engine.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address without what may be a credential: user information and query of an http address, a token before an {@code
 * @} in its path, the password of any other. The user of {@code ssh://git@host} and {@code git@host:path} stays.
 */
final class SafeUrl {
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?://)([^/?#]{0,4096})([^?#]{0,4096}).*", Pattern.DOTALL);
    private static final Pattern OTHER =
            Pattern.compile("(?i)([a-z][a-z0-9+.-]{0,30}://|)([^/@:]{0,4096}):[^/@]{0,4096}@(.*)", Pattern.DOTALL);

    private SafeUrl() {}

    static String of(String url) {
        Matcher web = WEB.matcher(url);
        if (web.matches()) {
            return web.group(1) + afterAt(web.group(2)) + withoutToken(web.group(3));
        }
        Matcher other = OTHER.matcher(url);
        return other.matches() ? other.group(1) + other.group(2) + "@" + other.group(3) : url;
    }

    private static String afterAt(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** {@code /TOKEN@organisation/…}, as Azure DevOps has it. */
    private static String withoutToken(String path) {
        int end = path.indexOf('/', 1);
        String first = end < 0 ? path : path.substring(0, end);
        int at = first.lastIndexOf('@');
        return at < 0 ? path : "/" + path.substring(at + 1);
    }
}

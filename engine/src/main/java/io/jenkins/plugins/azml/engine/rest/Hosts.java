package io.jenkins.plugins.azml.engine.rest;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that may be given a bearer token.
 *
 * @param authorities exact {@code host[:port]}, lower case
 * @param suffixes of host names on the usual port, each starting with a dot
 */
public record Hosts(Set<String> authorities, Set<String> suffixes) {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    public Hosts {
        authorities = Set.copyOf(authorities);
        suffixes = Set.copyOf(suffixes);
        if (suffixes.stream().anyMatch(suffix -> !suffix.startsWith("."))) {
            throw new IllegalArgumentException("a suffix of hosts starts with a dot: " + suffixes);
        }
    }

    /** Whether a host, as {@link URI#getHost} gives it, is this machine. */
    public static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || LOOPBACK.matcher(host).matches());
    }

    /** Whether the address is https on a listed host, without user information. */
    public boolean mayReceiveToken(URI url) {
        if (!"https".equals(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        String host = url.getHost().toLowerCase(java.util.Locale.ROOT);
        boolean usualPort = url.getPort() == -1 || url.getPort() == 443;
        String authority = usualPort ? host : host + ":" + url.getPort();
        return authorities.contains(authority)
                || (usualPort && suffixes.stream().anyMatch(host::endsWith));
    }
}

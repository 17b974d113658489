package io.jenkins.plugins.azml.engine.rest;

import java.net.URI;
import java.util.Set;

/**
 * The hosts that may be given a bearer token.
 *
 * @param authorities exact {@code host[:port]}, lower case
 * @param suffixes of host names on the usual port, each starting with a dot
 */
public record Hosts(Set<String> authorities, Set<String> suffixes) {

    public Hosts {
        authorities = Set.copyOf(authorities);
        suffixes = Set.copyOf(suffixes);
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

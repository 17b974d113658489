package io.jenkins.plugins.azml.engine.rest;

import java.util.Map;

/**
 * How a client of ours reaches the network.
 *
 * @param userAgent the name that it gives itself, for example {@code azml/1.2}
 */
public record Network(Trust trust, Proxies proxies, String userAgent) {

    /** The CA bundle and the proxies that environment variables name. */
    public static Network from(Map<String, String> environment, String userAgent) {
        return new Network(Trust.from(environment), Proxies.from(environment), userAgent);
    }

    /** For a process that ends soon: {@code java.net.http} would hold its end up by 0.3 s. */
    public Transport shortLived() {
        return new UrlConnectionTransport(this);
    }

    /**
     * For a process that lives on. A proxy with a password is asked by the other transport, because {@code java.net.http}
     * sends no password for a tunnel unless a setting of the whole JVM allows it.
     */
    public Transport longLived() {
        return proxies.askForPassword() ? shortLived() : new HttpClientTransport(this);
    }
}

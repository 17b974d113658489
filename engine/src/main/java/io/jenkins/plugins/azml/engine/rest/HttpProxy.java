package io.jenkins.plugins.azml.engine.rest;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that speaks plain HTTP to us.
 *
 * @param login {@code user:password}, or null if it asks for none; never shown
 */
public record HttpProxy(String host, int port, @Nullable String login) {

    /** The value of {@code Proxy-Authorization}. */
    public Optional<String> authorization() {
        return Optional.ofNullable(login)
                .map(words -> "Basic " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    }

    Proxy asProxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

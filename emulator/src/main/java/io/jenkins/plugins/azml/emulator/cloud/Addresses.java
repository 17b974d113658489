package io.jenkins.plugins.azml.emulator.cloud;

import java.net.URI;

/**
 * Where clients find the emulator; each scheme and authority without a slash at the end.
 *
 * @param secure everything but blobs
 * @param plain the identity endpoint
 */
public record Addresses(URI secure, URI plain) {
    public String secureUrl(String path) {
        return secure + path;
    }
}

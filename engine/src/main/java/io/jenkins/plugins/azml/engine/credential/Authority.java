package io.jenkins.plugins.azml.engine.credential;

import java.net.URI;

/**
 * Who makes tokens, and what for.
 *
 * @param login the address of Microsoft Entra ID in this cloud
 * @param resource what the tokens are for, without a slash at its end
 * @param wellKnown false for a private cloud, whose login nobody else can vouch for
 */
public record Authority(URI login, String resource, boolean wellKnown) {
    String scope() {
        return resource + "/.default";
    }
}

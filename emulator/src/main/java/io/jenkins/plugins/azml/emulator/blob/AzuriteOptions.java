package io.jenkins.plugins.azml.emulator.blob;

import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * What the Blob server is started with.
 *
 * @param folder where it keeps its blobs
 * @param port on loopback; 0: any that is free
 * @param accountKeys base64 key of each account
 * @param certificate PEM file of the server's certificate
 * @param key PEM file of its private key
 * @param authority PEM file of the authority that signed it: the server fetches the source of a copy by https too
 * @param trust that accepts the certificate
 */
public record AzuriteOptions(
        Path folder,
        int port,
        Map<String, String> accountKeys,
        Path certificate,
        Path key,
        Path authority,
        SSLContext trust) {
    public AzuriteOptions {
        accountKeys = Map.copyOf(accountKeys);
    }
}

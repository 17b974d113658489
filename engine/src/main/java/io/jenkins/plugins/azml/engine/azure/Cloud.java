package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.rest.Hosts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of one Azure: the public one, a national one, or a private one such as the emulator. No address ends with
 * a slash.
 *
 * @param name as Azure names it, for example {@code AzureCloud}
 * @param resourceManager ARM; tokens are asked for this address
 * @param login Microsoft Entra ID
 * @param studio Azure ML's own pages, and what tokens for its scoring are asked for
 * @param storageSuffix of the hosts of storage accounts, for example {@code core.windows.net}
 * @param dataPlaneSuffix of the hosts of run history and MLflow, starting with a dot, or empty where ARM's host serves them
 * @param scoringSuffix of the hosts of online endpoints, starting with a dot, or empty where ARM's host serves them
 */
public record Cloud(
        String name,
        URI resourceManager,
        URI login,
        URI studio,
        String storageSuffix,
        String dataPlaneSuffix,
        String scoringSuffix) {
    public static final Cloud PUBLIC = new Cloud(
            "AzureCloud",
            URI.create("https://management.azure.com"),
            URI.create("https://login.microsoftonline.com"),
            URI.create("https://ml.azure.com"),
            "core.windows.net",
            ".api.azureml.ms",
            ".inference.ml.azure.com");
    public static final Cloud CHINA = new Cloud(
            "AzureChinaCloud",
            URI.create("https://management.chinacloudapi.cn"),
            URI.create("https://login.chinacloudapi.cn"),
            URI.create("https://ml.azure.cn"),
            "core.chinacloudapi.cn",
            ".api.ml.azure.cn",
            ".inference.ml.azure.cn");
    public static final Cloud US_GOVERNMENT = new Cloud(
            "AzureUSGovernment",
            URI.create("https://management.usgovcloudapi.net"),
            URI.create("https://login.microsoftonline.us"),
            URI.create("https://ml.azure.us"),
            "core.usgovcloudapi.net",
            ".api.ml.azure.us",
            ".inference.ml.azure.us");

    /** The clouds that need no look-up. */
    public static List<Cloud> wellKnown() {
        return List.of(PUBLIC, CHINA, US_GOVERNMENT);
    }

    static Optional<Cloud> wellKnown(String name) {
        return wellKnown().stream()
                .filter(cloud -> cloud.name.equalsIgnoreCase(name))
                .findFirst();
    }

    public boolean isWellKnown() {
        return wellKnown().contains(this);
    }

    /** The same cloud with another place to sign in. */
    Cloud signingInAt(URI other) {
        return new Cloud(name, resourceManager, other, studio, storageSuffix, dataPlaneSuffix, scoringSuffix);
    }

    /** Who may be given a token: ARM, its regional hosts, and the data plane. */
    public Hosts tokenHosts() {
        String regional = "." + resourceManager.getHost();
        return dataPlaneSuffix.isEmpty()
                ? new Hosts(Set.of(resourceManager.getRawAuthority()), Set.of())
                : new Hosts(Set.of(resourceManager.getRawAuthority()), Set.of(regional, dataPlaneSuffix));
    }

    /**
     * Whether an address is Blob storage of this cloud: https, on an account's host. A cloud on loopback may have its
     * storage at any port there.
     */
    public boolean hasStorageAt(URI url) {
        if (Hosts.isLoopback(resourceManager.getHost())) {
            return "https".equals(url.getScheme()) && url.getRawUserInfo() == null && Hosts.isLoopback(url.getHost());
        }
        // The second is that of accounts in a DNS zone, which are the public cloud's alone.
        return new Hosts(Set.of(), Set.of(".blob." + storageSuffix, ".blob.storage.azure.net")).mayReceiveToken(url);
    }

    /** Who may be given an endpoint's key: managed online endpoints. */
    public Hosts scoringHosts() {
        return scoringSuffix.isEmpty()
                ? new Hosts(Set.of(resourceManager.getRawAuthority()), Set.of())
                : new Hosts(Set.of(), Set.of(scoringSuffix));
    }
}

package io.jenkins.plugins.azml.engine.connect;

import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.CloudMetadata;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.credential.Authority;
import io.jenkins.plugins.azml.engine.credential.Credentials;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Network;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.SteadyClock;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * A cloud, a pipeline that may speak to it, and another for its storage. Serves any number of workspaces; safe for many threads. Opening one sends
 * nothing, but for one request where {@code ARM_CLOUD_METADATA_URL} is set.
 */
public record Connection(Cloud cloud, Pipeline pipeline, Blobs blobs) {
    private static final Hosts NONE = new Hosts(Set.of(), Set.of());

    /**
     * Connects a process that ends soon, by its environment variables.
     *
     * @param userAgent the name that the process gives itself, for example {@code azml/1.2}
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT, UNREACHABLE or UNREADABLE_ANSWER
     */
    public static Connection shortLived(Map<String, String> environment, String userAgent) {
        Network network = Network.from(environment, userAgent);
        return over(
                network.shortLived(), network.longLived(), environment, Budget.ofSubscription(), SteadyClock.system());
    }

    /**
     * Connects over given transports, by environment variables.
     *
     * @param signIn what azure-identity works over, if it is needed
     * @param budget shared by all connections to the same subscription
     */
    public static Connection over(
            Transport transport,
            Transport signIn,
            Map<String, String> environment,
            Budget budget,
            InstantSource clock) {
        Cloud cloud = new CloudMetadata(environment, transport).cloud();
        TokenSource tokens = new Credentials(environment, authority(cloud), transport, signIn, clock).tokens();
        return signedIn(cloud, transport, tokens, budget, clock);
    }

    /** Connects with a credential that is at hand. */
    public static Connection signedIn(
            Cloud cloud, Transport transport, TokenSource tokens, Budget budget, InstantSource clock) {
        return new Connection(
                cloud,
                new Pipeline(transport, tokens, cloud.tokenHosts(), budget, clock),
                storage(cloud, transport, clock));
    }

    /** The storage of a cloud alone. It is reached by signed addresses: no host gets a token, whoever asks. */
    public static Blobs storage(Cloud cloud, Transport transport, InstantSource clock) {
        TokenSource none = fresh -> {
            throw new IllegalStateException("storage is given no token");
        };
        return new Blobs(
                new Pipeline(new StorageTransport(transport, cloud), none, NONE, Budget.ofStorageAccount(), clock));
    }

    public Workspace workspace(WorkspaceId id) {
        return new Workspace(pipeline, blobs, cloud.resourceManager(), id);
    }

    private static Authority authority(Cloud cloud) {
        return new Authority(cloud.login(), cloud.resourceManager().toString(), cloud.isWellKnown());
    }
}

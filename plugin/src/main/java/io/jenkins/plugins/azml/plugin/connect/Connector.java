package io.jenkins.plugins.azml.plugin.connect;

import com.microsoft.azure.util.AzureBaseCredentials;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.CloudMetadata;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.credential.Authority;
import io.jenkins.plugins.azml.engine.credential.Credentials;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.HttpClientTransport;
import io.jenkins.plugins.azml.engine.rest.Network;
import io.jenkins.plugins.azml.engine.rest.Proxies;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Trust;
import io.jenkins.plugins.azml.plugin.agent.AgentNetwork;
import io.jenkins.plugins.azml.plugin.agent.AgentStorage;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens connections to configured workspaces. */
public final class Connector {
    /** How this client names itself to Azure. */
    public static final String USER_AGENT = "azml-jenkins/0.1";

    private final Map<String, String> environment;
    private final Function<NamedWorkspace, Transport> transports;
    private final BiFunction<NamedWorkspace, Cloud, AgentStorage> storages;
    private final InstantSource clock;

    /** @param environment of the controller's process: its own identity and its proxies */
    public Connector(Map<String, String> environment, InstantSource clock) {
        this(
                environment,
                workspace -> transport(workspace, environment),
                (workspace, cloud) -> new AgentNetwork(cloud, authorities(workspace), USER_AGENT),
                clock);
    }

    /**
     * @param transports how each workspace is reached
     * @param storages how an agent reaches a workspace's storage
     */
    public Connector(
            Map<String, String> environment,
            Function<NamedWorkspace, Transport> transports,
            BiFunction<NamedWorkspace, Cloud, AgentStorage> storages,
            InstantSource clock) {
        this.environment = environment;
        this.transports = transports;
        this.storages = storages;
        this.clock = clock;
    }

    /**
     * Opens a connection for a build, whose identity counts whenever the credential is looked up.
     *
     * @param credentialsId an Azure credential's, or null for the controller's own identity
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException as {@link #open(NamedWorkspace, Supplier, Budget)}
     */
    public Connection open(
            NamedWorkspace workspace, @Nullable String credentialsId, Supplier<Run<?, ?>> build, Budget budget) {
        return open(
                workspace,
                credentialsId == null ? null : () -> AzureCredential.find(credentialsId, build.get()),
                budget);
    }

    /**
     * Opens a connection. Sends at most one request, to a private cloud's metadata.
     *
     * @param credential asked for each token, or null for the controller's own identity
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT, NOT_SIGNED_IN, UNREACHABLE
     */
    Connection open(NamedWorkspace workspace, @Nullable Supplier<AzureBaseCredentials> credential, Budget budget) {
        Transport transport = transports.apply(workspace);
        Cloud cloud = cloud(workspace, transport);
        TokenSource tokens = credential == null
                ? ownIdentity(workspace, cloud, transport)
                : new CredentialTokens(credential, cloud.resourceManager().toString(), clock);
        return Connection.signedIn(cloud, transport, tokens, budget, clock);
    }

    /**
     * Which credential an id means for a build: two folders may have one id for two credentials.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SIGNED_IN if the build may use none of that id
     */
    public static int instance(String credentialsId, Run<?, ?> build) {
        return System.identityHashCode(AzureCredential.find(credentialsId, build));
    }

    private static Transport transport(NamedWorkspace workspace, Map<String, String> environment) {
        Trust trust = workspace.getCaBundle() == null
                ? Trust.from(environment)
                : Trust.adding(Path.of(workspace.getCaBundle()));
        return new HttpClientTransport(new Network(trust, Proxies.from(environment), USER_AGENT));
    }

    /** How an agent reaches the storage of a workspace. */
    public AgentStorage storage(NamedWorkspace workspace, Cloud cloud) {
        return storages.apply(workspace, cloud);
    }

    /** What an agent has to trust beside its own authorities, as PEM text. */
    private static String authorities(NamedWorkspace workspace) {
        String bundle = workspace.getCaBundle();
        if (bundle == null) {
            return "";
        }
        try {
            return Files.readString(Path.of(bundle));
        } catch (IOException e) {
            throw Problem.of(
                            ProblemCode.FILE_NOT_FOUND,
                            "the CA bundle '" + bundle + "' of workspace '" + workspace.getName() + "' cannot be read")
                    .asException();
        }
    }

    private static Cloud cloud(NamedWorkspace workspace, Transport transport) {
        Map<String, String> described = new HashMap<>();
        if (workspace.getMetadataUrl() == null) {
            described.put("AZUREML_CURRENT_CLOUD", workspace.getCloud());
        } else {
            described.put("ARM_CLOUD_METADATA_URL", workspace.getMetadataUrl());
        }
        return new CloudMetadata(described, transport).cloud();
    }

    private TokenSource ownIdentity(NamedWorkspace workspace, Cloud cloud, Transport transport) {
        Map<String, String> identity = new HashMap<>();
        for (String name : new String[] {"IDENTITY_ENDPOINT", "IDENTITY_HEADER", "AZURE_CLIENT_ID"}) {
            if (environment.containsKey(name)) {
                identity.put(name, environment.get(name));
            }
        }
        if (!identity.containsKey("IDENTITY_ENDPOINT")) {
            throw Problem.of(
                            ProblemCode.NOT_SIGNED_IN,
                            "workspace '" + workspace.getName()
                                    + "' names no credential, and this controller has no identity of its own"
                                    + " (IDENTITY_ENDPOINT)")
                    .asException();
        }
        Authority authority =
                new Authority(cloud.login(), cloud.resourceManager().toString(), cloud.isWellKnown());
        return new Credentials(identity, authority, transport, transport, clock).tokens();
    }
}

package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.cli.Outside;
import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.scenarios.memory.EmulatorTransport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The Azure of a company, whose door asks for its secret, and the local one that an agent starts for strangers. */
public final class TwinAzure implements Outside, AutoCloseable {
    /** Known to the credential of the job and to nobody else. */
    static final String SECRET = "canary-4f7e6b0d9c51";

    private static final String LOCAL = "http://127.0.0.1:1/local-identity";
    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);

    final InMemoryEmulator cloud;
    private final Transport transport;
    private @Nullable InMemoryEmulator local;

    /** @param network what lies between the engine and the company's Azure */
    TwinAzure(InMemoryEmulator cloud, UnaryOperator<Transport> network) {
        this.cloud = cloud;
        this.transport = network.apply(new EmulatorTransport(cloud));
    }

    @Override
    public Connection connect(Map<String, String> environment) {
        if (LOCAL.equals(environment.get("IDENTITY_ENDPOINT")) && local != null) {
            return connection(local, new EmulatorTransport(local));
        }
        if (SECRET.equals(environment.get("AZURE_CLIENT_SECRET"))) {
            return connection(cloud, transport);
        }
        throw Problem.of(ProblemCode.NOT_SIGNED_IN, "no credential of the environment is known to this Azure")
                .asException();
    }

    private static Connection connection(InMemoryEmulator emulator, Transport transport) {
        URI arm = emulator.addresses().secure();
        return Connection.signedIn(
                new Cloud("Emulator", arm, arm, arm, "core.windows.net", "", ""),
                transport,
                fresh -> emulator.token(),
                PLENTY,
                emulator.clock());
    }

    /** The way into the company's. */
    Transport network() {
        return transport;
    }

    /** The company's, for one who has its secret. */
    Connection connection() {
        return connection(cloud, transport);
    }

    Workspace workspace(String name) {
        return connection()
                .workspace(new WorkspaceId(
                        cloud.scope().subscription(), cloud.scope().resourceGroup(), name));
    }

    @Override
    public void await(Object monitor, Duration longest) {
        pass(longest);
    }

    /** Lets time pass everywhere. */
    void pass(Duration duration) {
        cloud.clock().advance(duration);
        if (local != null) {
            local.clock().advance(duration);
        }
    }

    Instant now() {
        return cloud.clock().instant();
    }

    /** Starts the local Azure ML of an agent, if none runs there. */
    void startLocal(UnaryOperator<InMemoryEmulator> prepared) {
        if (local == null) {
            local = prepared.apply(Emulator.inMemory(2));
        }
    }

    /** What finds the local one, and nothing else. */
    Map<String, String> localVariables() {
        return Map.of(
                "IDENTITY_ENDPOINT",
                LOCAL,
                "IDENTITY_HEADER",
                "of-the-local-one",
                "AZURE_SUBSCRIPTION_ID",
                cloud.scope().subscription(),
                "AZURE_RESOURCE_GROUP",
                cloud.scope().resourceGroup());
    }

    void stopLocal() {
        if (local != null) {
            local.close();
            local = null;
        }
    }

    @Override
    public void close() {
        stopLocal();
        cloud.close();
    }
}

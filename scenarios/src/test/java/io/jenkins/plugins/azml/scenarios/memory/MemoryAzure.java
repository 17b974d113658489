package io.jenkins.plugins.azml.scenarios.memory;

import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Transport;
import java.net.URI;
import java.util.function.UnaryOperator;

/** Azure ML in one object, and the engine's way into it. */
final class MemoryAzure implements AutoCloseable {
    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);

    final InMemoryEmulator emulator;
    private final Transport transport;

    MemoryAzure(long seed) {
        this(seed, UnaryOperator.identity());
    }

    /** @param network what lies between the engine and Azure */
    MemoryAzure(long seed, UnaryOperator<Transport> network) {
        emulator = Emulator.inMemory(seed);
        transport = network.apply(new EmulatorTransport(emulator));
    }

    Workspace workspace(String name) {
        return Connection.signedIn(cloud(), transport, fresh -> emulator.token(), PLENTY, emulator.clock())
                .workspace(new WorkspaceId(
                        emulator.scope().subscription(), emulator.scope().resourceGroup(), name));
    }

    Cloud cloud() {
        URI arm = emulator.addresses().secure();
        return new Cloud("Emulator", arm, arm, arm, "core.windows.net", "", "");
    }

    @Override
    public void close() {
        emulator.close();
    }
}

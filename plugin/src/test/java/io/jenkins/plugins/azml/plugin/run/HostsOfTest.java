package io.jenkins.plugins.azml.plugin.run;

import hudson.ExtensionList;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.plugin.check.Checks;
import io.jenkins.plugins.azml.plugin.connect.Connector;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Hosts over a given transport and clock. */
public final class HostsOfTest {
    private HostsOfTest() {}

    public static void use(Transport transport, InstantSource clock, ExecutorService pool) {
        ExtensionList.put(
                Hosts.class,
                new Hosts(
                        new Connector(
                                Map.of(),
                                workspace -> transport,
                                (workspace, cloud) -> () -> Connection.storage(cloud, transport, clock),
                                clock),
                        clock,
                        pool));
        ExtensionList.put(Checks.class, new Checks());
    }
}

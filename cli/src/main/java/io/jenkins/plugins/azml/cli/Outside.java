package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.engine.connect.Connection;
import java.time.Duration;
import java.util.Map;

/** What is beyond the process: Azure, and time that passes. */
public interface Outside {
    /** The network and the time of this machine. */
    static Outside real() {
        return new Outside() {
            @Override
            public Connection connect(Map<String, String> environment) {
                return Connection.shortLived(environment, Release.name().replace(' ', '/'));
            }

            @Override
            @SuppressWarnings("WaitNotInLoop") // the caller's loop knows what it waits for
            public void await(Object monitor, Duration longest) throws InterruptedException {
                monitor.wait(Math.max(1, longest.toMillis()));
            }
        };
    }

    /** Connects as environment variables say. */
    Connection connect(Map<String, String> environment);

    /** Lets time pass, less of it where the monitor is notified; the caller holds it. */
    void await(Object monitor, Duration longest) throws InterruptedException;
}

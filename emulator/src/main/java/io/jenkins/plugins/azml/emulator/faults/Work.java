package io.jenkins.plugins.azml.emulator.faults;

import io.jenkins.plugins.azml.emulator.http.Reply;
import java.time.Duration;

/** The work that a request asks for, at the mercy of a fault. */
public interface Work {
    /** Does it. */
    Reply run();

    /** Does it as if the last write of each resource had not arrived. */
    Reply runStale();

    /** Does it after a while, when nobody listens any more. */
    void runLater(Duration delay);
}

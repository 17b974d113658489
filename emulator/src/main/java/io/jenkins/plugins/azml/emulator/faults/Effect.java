package io.jenkins.plugins.azml.emulator.faults;

import io.jenkins.plugins.azml.emulator.http.Reply;

/** What a fault makes of a request. */
@FunctionalInterface
public interface Effect {
    Reply apply(Work work);
}

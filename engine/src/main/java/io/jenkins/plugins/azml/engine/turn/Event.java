package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.Problem;
import java.time.Duration;

/** What a stage or its host tells whoever watches. */
public sealed interface Event {
    /** Something worth a line of its own. */
    record Note(String text) implements Event {}

    /** One harmless line of a remote log. */
    record LogLine(String text) implements Event {}

    /** The stage has entered another state. */
    record Entered(String state) implements Event {}

    /** A turn is repeated after a while. */
    record Repeats(Problem because, Duration after) implements Event {}
}

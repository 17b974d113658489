package io.jenkins.plugins.azml.engine.turn;

import java.time.Instant;

/** What a turn may know of the world around it. */
public interface StageContext {
    /** The time of this turn. */
    Instant now();

    /**
     * Whether an earlier try of this very turn may have written: its answer was lost, or its host died. Then the turn
     * looks before it writes; else it may write at once and save a request.
     */
    boolean lookFirst();

    /** Tells the user something; shown when this turn's state has been saved. */
    void tell(Event event);

    default void say(String text) {
        tell(new Event.Note(text));
    }
}

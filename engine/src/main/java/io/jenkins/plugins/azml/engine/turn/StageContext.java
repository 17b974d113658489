package io.jenkins.plugins.azml.engine.turn;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a turn may know of the world around it. */
public interface StageContext {
    /** How long a request that its sender has given up can be on its way: twice the usual deadline of a call. */
    Duration LATEST = Duration.ofMinutes(1);

    /** The time of this turn. */
    Instant now();

    /**
     * Whether an earlier try of this very turn may have written: its answer was lost, or its host died. Then the turn
     * looks before it writes; else it may write at once and save a request.
     */
    boolean lookFirst();

    /**
     * Until when a write of an earlier try of this very turn can still arrive: its answer was lost, and it may be on its
     * way. Null if nothing is.
     */
    default @Nullable Instant lateUntil() {
        return lookFirst() ? now().plus(LATEST) : null;
    }

    /** Tells the user something; shown when this turn's state has been saved. */
    void tell(Event event);

    default void say(String text) {
        tell(new Event.Note(text));
    }
}

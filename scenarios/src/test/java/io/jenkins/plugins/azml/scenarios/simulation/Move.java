package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a program does before a turn; written {@code 3.KILL.BEFORE_SAVE}.
 *
 * @param turn the turn, counted over all hosts from 0
 * @param what is done
 * @param arguments as the kind of move takes them
 */
record Move(int turn, What what, List<String> arguments) {
    /** The kinds of moves; between them hosts advance. */
    enum What {
        /** The host dies at that place of the turn. */
        KILL,
        /** That fault meets the next call that it fits. */
        FAULT,
        CANCEL,
        /** A second host takes the same state up. */
        SECOND_HOST,
        /** A host that is under way is overtaken: another one takes a whole turn during its next call. */
        OVERTAKE,
        /** The host's clock jumps by that many minutes. */
        CLOCK_JUMP,
        /** No host is alive for that many minutes. */
        PAUSE,
        /** The state of that many saves ago comes back from a backup, and every host with it. */
        RESTORE
    }

    static Move of(int turn, What what, Object... arguments) {
        return new Move(
                turn, what, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    static Move parse(String text) {
        List<String> parts = List.of(text.split("\\."));
        return new Move(Integer.parseInt(parts.get(0)), What.valueOf(parts.get(1)), parts.subList(2, parts.size()));
    }

    Mishap.Death death() {
        return Mishap.Death.valueOf(arguments.get(0));
    }

    Fault fault() {
        return Fault.valueOf(arguments.get(0));
    }

    int number() {
        return Integer.parseInt(arguments.get(0));
    }

    @Override
    public String toString() {
        return turn + "." + what + (arguments.isEmpty() ? "" : "." + String.join(".", arguments));
    }
}

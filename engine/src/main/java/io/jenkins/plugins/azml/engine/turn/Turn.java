package io.jenkins.plugins.azml.engine.turn;

/** What a turn leaves: the next state and what to wait for, or the end. */
public sealed interface Turn<S, R> {
    /** The stage goes on from {@code next} when {@code until} has happened. */
    record Wait<S, R>(S next, Until until) implements Turn<S, R> {}

    /** The stage has ended well. */
    record Done<S, R>(S last, R result) implements Turn<S, R> {}

    /** The stage goes on from {@code next} at once. */
    static <S, R> Turn<S, R> next(S next) {
        return new Wait<>(next, Until.now());
    }

    static <S, R> Turn<S, R> wait(S next, Until until) {
        return new Wait<>(next, until);
    }

    static <S, R> Turn<S, R> done(S last, R result) {
        return new Done<>(last, result);
    }
}

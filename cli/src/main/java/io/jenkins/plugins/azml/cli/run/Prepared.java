package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stage ready to run.
 *
 * @param report what a state has judged, also of a run that failed
 */
public record Prepared<S, R>(
        Stage<S, R> stage,
        StateCodec<S> codec,
        S first,
        Function<R, Shown> show,
        Function<S, Optional<Report>> report) {

    /** A stage that judges nothing. */
    public static <S, R> Prepared<S, R> of(Stage<S, R> stage, StateCodec<S> codec, S first, Function<R, Shown> show) {
        return new Prepared<>(stage, codec, first, show, state -> Optional.empty());
    }
}

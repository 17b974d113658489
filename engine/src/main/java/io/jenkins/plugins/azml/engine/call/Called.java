package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stage ready to run.
 *
 * @param result what the stage gives, for machines
 * @param judged what a state has judged, also of a run that failed
 */
public record Called<S, R>(
        Stage<S, R> stage,
        StateCodec<S> codec,
        S first,
        Function<R, Result> result,
        Function<S, Optional<Judgement>> judged) {

    /**
     * What came out of a stage.
     *
     * @param passed false where a gate stopped it
     * @param values texts, numbers, flags, lists and maps
     */
    public record Result(boolean passed, Map<String, @Nullable Object> values) {}

    /** A stage that judges nothing. */
    static <S, R> Called<S, R> of(
            Stage<S, R> stage, StateCodec<S> codec, S first, Function<R, Map<String, @Nullable Object>> result) {
        return new Called<>(
                stage, codec, first, value -> new Result(true, result.apply(value)), state -> Optional.empty());
    }
}

package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.engine.call.Called;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.util.List;
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

    /** A stage whose result is shown to people as these lines. */
    public static <S, R> Prepared<S, R> of(Called<S, R> called, Function<R, List<String>> lines) {
        return showing(called, value -> {
            Called.Result result = called.result().apply(value);
            return new Shown(result.passed() ? ExitCode.DONE : ExitCode.GATE, result.values(), lines.apply(value));
        });
    }

    /** A stage whose result is shown in a way of its own. */
    public static <S, R> Prepared<S, R> showing(Called<S, R> called, Function<R, Shown> show) {
        return new Prepared<>(
                called.stage(),
                called.codec(),
                called.first(),
                show,
                state -> called.judged()
                        .apply(state)
                        .map(judgement -> new Report(judgement.suite(), judgement.markdown())));
    }
}

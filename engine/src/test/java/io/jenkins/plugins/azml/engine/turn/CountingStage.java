package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts to three, one a turn, and remembers how it was called. */
final class CountingStage implements Stage<CountingStage.Count, Integer> {
    static final StateCodec<Count> CODEC = new StateCodec<>("count", 1, Count.class);

    sealed interface Count {
        record At(int number) implements Count {}

        record Stopping() implements Count {}
    }

    final List<String> calls = new ArrayList<>();
    Runnable onTurn = () -> {};

    @Override
    public Turn<Count, Integer> advance(Count state, StageContext context) {
        calls.add((context.lookFirst() ? "look " : "write ") + state);
        onTurn.run();
        if (state instanceof Count.Stopping) {
            throw Problem.of(ProblemCode.CANCELLED, "cancelled").asException();
        }
        int number = ((Count.At) state).number();
        context.say("counted " + number);
        return number == 3
                ? Turn.done(state, number)
                : Turn.wait(new Count.At(number + 1), Until.elapsed(Duration.ofSeconds(1)));
    }

    @Override
    public boolean handedOver(Count state) {
        return state instanceof Count.At at && at.number() > 0;
    }

    @Override
    public Turn<Count, Integer> cancel(Count state, StageContext context) {
        calls.add("cancel " + state);
        return Turn.next(new Count.Stopping());
    }
}

package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.function.Supplier;

/** What somebody's cancelling means in each state. */
final class TrainCancel implements TrainState.Cases<Turn<TrainState, Trained>> {
    private final StageContext context;
    private final Problem because;
    private final Supplier<Turn<TrainState, Trained>> goOn;

    TrainCancel(StageContext context, Problem because, Supplier<Turn<TrainState, Trained>> goOn) {
        this.context = context;
        this.because = because;
        this.goOn = goOn;
    }

    @Override
    public Turn<TrainState, Trained> supplying(TrainState.Supplying state) {
        throw because.asException();
    }

    @Override
    public Turn<TrainState, Trained> submitting(TrainState.Submitting state) {
        if (context.lookFirst()) {
            return cancelling();
        }
        throw because.asException();
    }

    @Override
    public Turn<TrainState, Trained> following(TrainState.Following state) {
        return cancelling();
    }

    @Override
    public Turn<TrainState, Trained> ended(TrainState.Ended state) {
        return goOn.get();
    }

    @Override
    public Turn<TrainState, Trained> reused(TrainState.Reused state) {
        return goOn.get();
    }

    @Override
    public Turn<TrainState, Trained> cancelling(TrainState.Cancelling state) {
        return goOn.get();
    }

    private Turn<TrainState, Trained> cancelling() {
        return Turn.next(new TrainState.Cancelling(because, context.now(), null));
    }
}

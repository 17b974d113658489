package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;

/**
 * Trains: brings what the job needs into the workspace, submits the job under the run's name, follows it, and reads what
 * it logged. Only {@code Completed} is success.
 */
public final class TrainStage implements Stage<TrainState, Trained> {
    public static final StateCodec<TrainState> CODEC = new StateCodec<>("train", 1, TrainState.class);

    private final Workspace workspace;
    private final TrainRequest request;

    public TrainStage(Workspace workspace, TrainRequest request) {
        this.workspace = workspace;
        this.request = request;
    }

    public static TrainState first(TrainRequest request) {
        return new TrainState.Supplying(request.job().source().hash(), Supplied.nothing());
    }

    @Override
    public Turn<TrainState, Trained> advance(TrainState state, StageContext context) {
        return state.match(new TrainTurn(workspace, request, context));
    }

    @Override
    public Turn<TrainState, Trained> cancel(TrainState state, StageContext context) {
        Problem cancelled = Problem.of(ProblemCode.CANCELLED, "job '" + request.run() + "' was cancelled");
        return state.match(new TrainCancel(context, cancelled, () -> advance(state, context)));
    }

    @Override
    public boolean handedOver(TrainState state) {
        return !(state instanceof TrainState.Supplying || state instanceof TrainState.Submitting);
    }
}

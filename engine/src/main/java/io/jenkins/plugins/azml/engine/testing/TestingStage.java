package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.List;

/**
 * Sends the requests of a tests file to one deployment, which needs no traffic, and judges the answers: one request a
 * turn. Ends with TEST_FAILED if one of them is not as expected or could not be read whole.
 */
public final class TestingStage implements Stage<TestingState, Tested> {
    public static final StateCodec<TestingState> CODEC = new StateCodec<>("testing", 1, TestingState.class);

    private final Workspace workspace;
    private final Hosts scoringHosts;
    private final TestingPlan plan;

    /** @param scoringHosts that may be given the endpoint's key */
    public TestingStage(Workspace workspace, Hosts scoringHosts, TestingPlan plan) {
        this.workspace = workspace;
        this.scoringHosts = scoringHosts;
        this.plan = plan;
    }

    public static TestingState first() {
        return new TestingState.Planned();
    }

    /** The outcomes that a saved state holds, also when tests have failed: for a report. */
    public static List<TestResult> results(TestingState state, TestingPlan plan) {
        if (state instanceof TestingState.Judged judged) {
            return judged.outcomes().of(plan.tests());
        }
        return state instanceof TestingState.Sending sending
                ? sending.outcomes().of(plan.tests())
                : List.of();
    }

    @Override
    public Turn<TestingState, Tested> advance(TestingState state, StageContext context) {
        return state.match(new TestingTurn(workspace, scoringHosts, plan, context));
    }

    /** Nothing was written, so nothing is cleaned up; tests that are judged stay judged. */
    @Override
    public Turn<TestingState, Tested> cancel(TestingState state, StageContext context) {
        if (state instanceof TestingState.Judged) {
            return advance(state, context);
        }
        throw Problem.of(ProblemCode.CANCELLED, "the tests of " + plan.target() + " were cancelled")
                .asException();
    }
}

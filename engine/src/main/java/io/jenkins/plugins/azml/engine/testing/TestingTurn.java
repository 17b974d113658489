package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Deployment;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.azure.Scoring;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One turn of the tests. */
final class TestingTurn implements TestingState.Cases<Turn<TestingState, Tested>> {
    /** What a deployment answers that has not warmed up, or has no room just now. */
    private static final Set<Integer> NOT_YET = Set.of(424, 429, 502, 503, 504);

    private static final Duration NO_ANSWER = Duration.ofMillis(-1);
    private static final int LONGEST_REASON = 500;

    private final Workspace workspace;
    private final Scoring scoring;
    private final TestingPlan plan;
    private final StageContext context;

    TestingTurn(Workspace workspace, Hosts scoringHosts, TestingPlan plan, StageContext context) {
        this.workspace = workspace;
        this.scoring = workspace.scoring(scoringHosts);
        this.plan = plan;
        this.context = context;
    }

    @Override
    public Turn<TestingState, Tested> planned(TestingState.Planned state) {
        endpoint();
        plan.namedDeployment().ifPresent(this::refuseUnready);
        return Turn.next(new TestingState.Sending(context.now(), 0, Outcomes.none()));
    }

    private void refuseUnready(String name) {
        Deployment deployment = workspace
                .endpoints()
                .findDeployment(plan.endpoint(), name)
                .orElseThrow(() -> problem(ProblemCode.NOT_FOUND, "there is no " + plan.target()));
        if (!deployment.ready()) {
            Problem unready = Problem.of(
                    ProblemCode.REFUSED,
                    plan.target() + " is in state " + deployment.state()
                            + ", only one that is Succeeded can be tested");
            throw deployment.failed() ? unready.asException() : new Unsettled(unready, null, false);
        }
    }

    @Override
    public Turn<TestingState, Tested> sending(TestingState.Sending state) {
        EndpointTest test = plan.tests().get(state.outcomes().size());
        Supplier<Scoring.Reply> prepared = scoring.prepare(endpoint(), request(test));
        try {
            Scoring.Reply reply = prepared.get();
            boolean notYet = NOT_YET.contains(reply.status())
                    && reply.status() != test.expectation().status();
            return notYet && isPatient(state) ? again(state, reply.notBefore()) : judged(state, test, reply);
        } catch (Unsettled lost) {
            // The budget holds requests back before they are sent: no fault of the deployment.
            if (lost.problem().code() == ProblemCode.THROTTLED) {
                throw lost;
            }
            return isPatient(state) ? again(state, Duration.ZERO) : unanswered(state, test, lost.problem());
        } catch (ProblemException unread) {
            if (unread.problem().code() != ProblemCode.UNREADABLE_ANSWER) {
                throw unread;
            }
            return unanswered(state, test, unread.problem());
        }
    }

    private Scoring.Request request(EndpointTest test) {
        EndpointTest.Request request = test.request();
        String deployment = test.deployment() == null ? plan.deployment() : test.deployment();
        return new Scoring.Request(request.method(), request.path(), request.json(), deployment);
    }

    private boolean isPatient(TestingState.Sending state) {
        Duration warm = Duration.between(state.since(), context.now());
        return warm.compareTo(plan.limits().warmUp()) < 0
                || state.tries() + 1 < plan.limits().tries();
    }

    private Turn<TestingState, Tested> again(TestingState.Sending state, Duration asked) {
        Duration pace = plan.limits().pace();
        return Turn.wait(
                new TestingState.Sending(state.since(), state.tries() + 1, state.outcomes()),
                Until.elapsed(asked.compareTo(pace) > 0 ? asked : pace));
    }

    private Turn<TestingState, Tested> judged(TestingState.Sending state, EndpointTest test, Scoring.Reply reply) {
        Assessment assessment =
                Assessment.assess(test.expectation(), new Answer(reply.status(), reply.body(), reply.latency()));
        return next(state, test, assessment, reply.latency());
    }

    private Turn<TestingState, Tested> unanswered(TestingState.Sending state, EndpointTest test, Problem why) {
        return next(state, test, Assessment.unanswered(why.what()), NO_ANSWER);
    }

    private Turn<TestingState, Tested> next(
            TestingState.Sending state, EndpointTest test, Assessment assessment, Duration latency) {
        context.say(line(test, assessment, latency));
        Outcomes outcomes = state.outcomes().with(assessment, latency);
        return Turn.next(
                outcomes.size() == plan.tests().size()
                        ? new TestingState.Judged(outcomes)
                        : new TestingState.Sending(state.since(), 0, outcomes));
    }

    private static String line(EndpointTest test, Assessment assessment, Duration latency) {
        String figure = latency.isNegative() ? "" : " (" + latency.toMillis() + " ms)";
        String name = "test '" + Redaction.line(test.name(), 100) + "' ";
        return assessment.passed()
                ? name + "passed" + figure
                : name + "failed" + figure + ": "
                        + Redaction.line(String.join("; ", assessment.failures()), LONGEST_REASON);
    }

    @Override
    public Turn<TestingState, Tested> judged(TestingState.Judged state) {
        if (!state.outcomes().passed()) {
            throw problem(ProblemCode.TEST_FAILED, failure(state.outcomes()));
        }
        return Turn.done(state, new Tested(state.outcomes().of(plan.tests())));
    }

    private String failure(Outcomes outcomes) {
        Map<String, String> failures = outcomes.failures();
        int first = failures.keySet().stream().mapToInt(Integer::parseInt).min().orElse(0);
        return failures.size() + " of " + outcomes.size() + " tests of " + plan.target() + " failed; the first is '"
                + Redaction.line(plan.tests().get(first).name(), 100) + "': " + failures.get(String.valueOf(first));
    }

    private Endpoint endpoint() {
        return workspace
                .endpoints()
                .find(plan.endpoint())
                .orElseThrow(() -> problem(
                        ProblemCode.NOT_FOUND,
                        "there is no endpoint '" + plan.endpoint() + "' in workspace '" + workspace.id() + "'"));
    }

    private static ProblemException problem(ProblemCode code, String what) {
        return Problem.of(code, what).asException();
    }
}

package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.testing.TestingPlan;
import io.jenkins.plugins.azml.engine.testing.TestingStage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One turn's view of a promotion: between which workspaces, of what, and when. */
record Promotion(Workspace source, Workspace target, Hosts scoringHosts, PromotionPlan plan, StageContext context) {
    /** Every workspace has it, and no stage needs to be told. */
    private static final String DATASTORE = "workspaceblobstore";

    AssetVersion model() {
        return plan.model();
    }

    /** {@code workspace/name:version} */
    String from() {
        return source.id() + "/" + model();
    }

    String to() {
        return target.id() + "/" + model();
    }

    /** The version to promote, at the beginning: it may not exist. */
    Assets.Version findSource() {
        return source.models().find(model().name(), model().version()).orElseThrow(() -> missing(source));
    }

    /** The same once it has been seen: that it cannot be read is "not yet". */
    Assets.Version needSource() {
        return source.models().find(model().name(), model().version()).orElseThrow(() -> notYet(source));
    }

    Assets.Version needTarget() {
        return findTarget().orElseThrow(() -> notYet(target));
    }

    Optional<Assets.Version> findTarget() {
        return target.models().find(model().name(), model().version());
    }

    private Unsettled notYet(Workspace workspace) {
        return new Unsettled(missing(workspace).problem(), null, false);
    }

    private ProblemException missing(Workspace workspace) {
        return problem(
                ProblemCode.NOT_FOUND, "there is no model '" + model() + "' in workspace '" + workspace.id() + "'");
    }

    /** Where the files of a model with that digest belong at the target: the same content is there once. */
    ArtifactPlace copyOf(String digest) {
        return new ArtifactPlace(DATASTORE, "azml/models/" + model().name() + "/" + digest);
    }

    DeployStage deployStage(Subject subject) {
        return new DeployStage(target, plan.deployment().ofCommit(subject.commit()));
    }

    DeployStage cleanStage() {
        return new DeployStage(target, plan.deployment());
    }

    TestingStage testingStage(TestingPlan tests) {
        return new TestingStage(target, scoringHosts, tests);
    }

    TrafficWriter traffic() {
        return new TrafficWriter(target.endpoints(), plan.endpoint());
    }

    /** The end before any traffic was moved: the new deployment goes, the problem stays. */
    PromoteState clean(Problem because) {
        return new PromoteState.Cleaning(DeployStage.removal(because, context));
    }

    PromoteState revert(TrafficSwitch traffic, Problem because) {
        return new PromoteState.Reverting(traffic, because, context.now());
    }

    /** What ends the run; whatever does not, as a sign-in that has run out, leaves it where it stands. */
    static Problem end(ProblemException e) {
        if (!e.problem().kind().ends()) {
            throw e;
        }
        return e.problem();
    }

    Problem cancelled() {
        return Problem.of(
                ProblemCode.CANCELLED, "the promotion of '" + from() + "' to '" + target.id() + "' was cancelled");
    }

    boolean passed(Instant since, Duration limit) {
        return Duration.between(since, context.now()).compareTo(limit) >= 0;
    }

    Turn<PromoteState, Promoted> later(PromoteState state) {
        return Turn.wait(state, Until.elapsed(plan.limits().pace()));
    }

    static ProblemException problem(ProblemCode code, String what) {
        return Problem.of(code, what).asException();
    }

    static String words(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " min" : limit.toSeconds() + " s";
    }
}

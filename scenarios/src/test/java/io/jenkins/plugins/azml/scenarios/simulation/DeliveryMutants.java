package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Stages from deployment to rollback that do not protect what they protect. */
final class DeliveryMutants {
    private static final String ENGINE = "engine/src/main/java/io/jenkins/plugins/azml/engine/";
    private static final String DEPLOY = ENGINE + "deploy/DeployTurn.java";
    private static final String ROLLOUT = ENGINE + "promote/Rollout.java";
    private static final String CANCEL = ENGINE + "promote/PromoteCancel.java";

    private DeliveryMutants() {}

    static List<Mutant> all() {
        return Stream.of(deploying(), switching(), copying(), ending(), reading(), rollingBack())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> deploying() {
        return List.of(
                new Mutant(
                        "a deployment's name is drawn at random",
                        "deploy",
                        "",
                        ENGINE + "deploy/DeploymentName.java",
                        "hash(run.value() + \"\\n\" + model)",
                        "hash(run.value() + System.nanoTime() + model)"),
                new Mutant(
                        "a busy endpoint is a failure",
                        "deploy",
                        "TWICE",
                        DEPLOY,
                        "if (!Endpoints.isBusy(refusal.problem())) {",
                        "if (refusal != null) {"),
                new Mutant(
                        "a deployment does not say whose it is",
                        "deploy",
                        "LOSE",
                        ENGINE + "deploy/DeploymentPlan.java",
                        "        tags.put(Tags.RUN, run.value());\n",
                        ""),
                new Mutant(
                        "a failed deployment stays",
                        "deploy-failing",
                        "",
                        ENGINE + "deploy/Removal.java",
                        "boolean foreign = found.filter(deployment -> !isOurs(deployment)).isPresent();",
                        "boolean foreign = true;"));
    }

    private static List<Mutant> switching() {
        return List.of(
                new Mutant(
                        "an answer that lacks what was expected passes its test",
                        "promote-failing",
                        "",
                        ENGINE + "testing/Assessment.java",
                        "return text == null || body.contains(text)",
                        "return text == null || !body.isEmpty()"),
                new Mutant(
                        "traffic is moved before the tests",
                        "promote-failing",
                        "",
                        ROLLOUT,
                        "        } catch (ProblemException failed) {\n            return Turn.next(promotion.clean(Promotion.end(failed)));",
                        "        } catch (ProblemException failed) {\n            return Turn.next(new PromoteState.Preparing(state.subject(), promotion.context().now()));"),
                new Mutant(
                        "traffic is moved in the turn that reads it",
                        "promote",
                        "",
                        ROLLOUT,
                        "            return Turn.next(new PromoteState.Switching(\n                    state.subject(), traffic, promotion.context().now()));",
                        "            return switchOver(new PromoteState.Switching(\n                    state.subject(), traffic, promotion.context().now()));"),
                new Mutant(
                        "traffic is written blind, without what else the endpoint holds",
                        "promote",
                        "",
                        ENGINE + "azure/Endpoints.java",
                        "List.of(\"location\", \"kind\", \"identity\", \"sku\")",
                        "List.of(\"location\")"));
    }

    private static List<Mutant> copying() {
        return List.of(
                new Mutant(
                        "the digest of a copy is not compared",
                        "promote-other-bytes",
                        "",
                        ENGINE + "promote/Transfer.java",
                        "if (!state.digest().equals(state.subject().digest())) {",
                        "if (state.digest().isEmpty()) {"),
                new Mutant(
                        "a number that another content has is taken",
                        "promote-taken",
                        "",
                        ENGINE + "promote/Transfer.java",
                        "if (!other.equals(digest)) {",
                        "if (other.isEmpty()) {"),
                new Mutant(
                        "a version with a bad verdict is promoted",
                        "promote-worse",
                        "",
                        ENGINE + "promote/Transfer.java",
                        "Set.of(\"better\", \"equal\");",
                        "Set.of(\"better\", \"equal\", \"worse\");"));
    }

    private static List<Mutant> ending() {
        return List.of(
                new Mutant(
                        "traffic is left out of what is written",
                        "promote",
                        "",
                        ENGINE + "azure/Endpoints.java",
                        "        properties.put(\"traffic\", traffic);\n",
                        "        properties.remove(\"traffic\");\n"),
                new Mutant(
                        "cancelled at the switch, the deployment goes and the traffic stays",
                        "promote",
                        "CANCEL",
                        CANCEL,
                        "    public Turn<PromoteState, Promoted> confirming(PromoteState.Confirming state) {\n        return Turn.next(promotion.revert(state.traffic(), promotion.cancelled()));",
                        "    public Turn<PromoteState, Promoted> confirming(PromoteState.Confirming state) {\n        return Turn.next(promotion.clean(promotion.cancelled()));"),
                new Mutant(
                        "cancelled in its tests, the deployment stays",
                        "promote",
                        "CANCEL",
                        CANCEL,
                        "    public Turn<PromoteState, Promoted> testing(PromoteState.Testing state) {\n        return Turn.next(promotion.clean(promotion.cancelled()));",
                        "    public Turn<PromoteState, Promoted> testing(PromoteState.Testing state) {\n        throw promotion.cancelled().asException();"),
                new Mutant(
                        "evidence is not written",
                        "promote",
                        "",
                        ENGINE + "promote/Closing.java",
                        "if (!tags.equals(version.tags())) {",
                        "if (tags.isEmpty()) {"));
    }

    private static List<Mutant> reading() {
        return List.of(
                new Mutant(
                        "an environment that cannot be read is written again",
                        "promote",
                        "STALE_1",
                        ENGINE + "promote/EnvironmentCopy.java",
                        "            refuseListed(environment);\n",
                        ""),
                new Mutant(
                        "a copied version that cannot be read yet is a failure",
                        "promote",
                        "STALE_1",
                        ENGINE + "promote/Transfer.java",
                        "promotion.passed(state.since(), promotion.plan().limits().readBack())",
                        "state.since() != null"));
    }

    private static List<Mutant> rollingBack() {
        return List.of(
                new Mutant(
                        "the rollback forgets who served",
                        "rollback",
                        "",
                        ENGINE + "promote/TrafficSwitch.java",
                        "return tags(to, from().orElse(\"\"), run);",
                        "return tags(to, \"\", run);"),
                new Mutant(
                        "a rollback that is repeated returns once more",
                        "rollback",
                        "BEFORE_SAVE",
                        ENGINE + "promote/RollbackTurn.java",
                        "        return switch (writer.move(state.traffic())) {\n            case WRITTEN -> written(state);",
                        "        return switch (writer.move(TrafficSwitch.of(writer.read(), plan.run().value(), writer.read().tags().getOrDefault(Tags.PREVIOUS, \"\")))) {\n            case WRITTEN -> written(state);"),
                new Mutant(
                        "traffic that was read as it should be is not awaited",
                        "rollback",
                        "STALE_1",
                        ENGINE + "promote/RollbackTurn.java",
                        "        return wait(\n                state,\n                state.since(),\n                plan.limits().readBack(),\n                problem(\n                        ProblemCode.TIMED_OUT,\n                        \"the traffic of",
                        "        return wait(\n                state,\n                java.time.Instant.MIN,\n                plan.limits().readBack(),\n                problem(\n                        ProblemCode.TIMED_OUT,\n                        \"the traffic of"));
    }
}

package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.PromoteState;
import io.jenkins.plugins.azml.engine.promote.Promoted;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
import org.jspecify.annotations.Nullable;

/** {@code azml promote}. */
public final class PromoteDoor implements StageDoor<PromoteDoor.Arguments, PromoteState, Promoted> {
    /** The role of the workspace that the model goes to. */
    public static final String TARGET = "target";

    /**
     * What is saved of a call.
     *
     * @param override why a model without a passing verdict is promoted all the same, or null
     */
    public record Arguments(
            Delivery delivery, String tests, @Nullable String override) {}

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<PromoteState, Promoted> prepare(Arguments arguments, Scene scene) {
        PromotionPlan plan = plan(arguments, scene);
        return Prepared.of(
                new PromoteStage(scene.workspace(), scene.workspace(TARGET), scene.scoringHosts(TARGET), plan),
                PromoteStage.CODEC,
                PromoteStage.first(),
                PromoteDoor::show);
    }

    private static PromotionPlan plan(Arguments arguments, Scene scene) {
        Delivery delivery = arguments.delivery();
        return new PromotionPlan(
                scene.run(),
                AssetVersion.of(delivery.model()),
                delivery.plan(scene),
                TestDoor.tests(arguments.tests(), scene),
                environment(delivery, scene),
                arguments.override(),
                PromoteLimits.usual());
    }

    /** The environment that the deployment's file names by version: it goes along. */
    private static @Nullable AssetVersion environment(Delivery delivery, Scene scene) {
        return delivery.spec(scene).environment().flatMap(Delivery::version).orElse(null);
    }

    private static Shown show(Promoted promoted) {
        Table table = Table.ofNames()
                .row("model", promoted.from() + " -> " + promoted.to())
                .row("endpoint", promoted.endpoint())
                .row("deployment", promoted.deployment() + " (all traffic)")
                .row("before", promoted.previous() == null ? "nothing" : promoted.previous() + " (kept)")
                .row("digest", promoted.digest());
        if (promoted.previous() != null) {
            table.row("back", "azml rollback --endpoint " + promoted.endpoint());
        }
        return Shown.done(RecordJson.write(promoted), table.lines());
    }
}

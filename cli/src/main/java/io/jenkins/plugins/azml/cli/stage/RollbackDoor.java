package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.RollbackPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackStage;
import io.jenkins.plugins.azml.engine.promote.RollbackState;
import io.jenkins.plugins.azml.engine.promote.RolledBack;

/** {@code azml rollback}. */
public final class RollbackDoor implements StageDoor<RollbackDoor.Arguments, RollbackState, RolledBack> {

    /** What is saved of a call. */
    public record Arguments(String endpoint) {}

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<RollbackState, RolledBack> prepare(Arguments arguments, Scene scene) {
        var plan = new RollbackPlan(scene.run(), arguments.endpoint(), PromoteLimits.usual());
        return Prepared.of(
                new RollbackStage(scene.workspace(), plan),
                RollbackStage.CODEC,
                RollbackStage.first(),
                RollbackDoor::show);
    }

    private static Shown show(RolledBack back) {
        Table table = Table.ofNames()
                .row("endpoint", back.endpoint())
                .row("deployment", back.deployment() + " (all traffic)")
                .row("model", back.model())
                .row("before", back.from() + " (kept)");
        return Shown.done(RecordJson.write(back), table.lines());
    }
}

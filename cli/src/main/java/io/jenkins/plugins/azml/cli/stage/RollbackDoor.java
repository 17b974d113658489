package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.RollbackCall;
import io.jenkins.plugins.azml.engine.promote.RollbackState;
import io.jenkins.plugins.azml.engine.promote.RolledBack;
import java.util.List;

/** {@code azml rollback}. */
public final class RollbackDoor implements StageDoor<RollbackCall, RollbackState, RolledBack> {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public Class<RollbackCall> arguments() {
        return RollbackCall.class;
    }

    @Override
    public Prepared<RollbackState, RolledBack> prepare(RollbackCall call, Scene scene) {
        return Prepared.of(call.in(scene), RollbackDoor::lines);
    }

    private static List<String> lines(RolledBack back) {
        return Table.ofNames()
                .row("endpoint", back.endpoint())
                .row("deployment", back.deployment() + " (all traffic)")
                .row("model", back.model())
                .row("before", back.from() + " (kept)")
                .lines();
    }
}

package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.promote.PromoteState;
import io.jenkins.plugins.azml.engine.promote.Promoted;
import java.util.List;

/** {@code azml promote}. */
public final class PromoteDoor implements StageDoor<PromoteCall, PromoteState, Promoted> {

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public Class<PromoteCall> arguments() {
        return PromoteCall.class;
    }

    @Override
    public Prepared<PromoteState, Promoted> prepare(PromoteCall call, Scene scene) {
        return Prepared.of(call.in(scene), PromoteDoor::lines);
    }

    private static List<String> lines(Promoted promoted) {
        Table table = Table.ofNames()
                .row("model", promoted.from() + " -> " + promoted.to())
                .row("endpoint", promoted.endpoint())
                .row("deployment", promoted.deployment() + " (all traffic)")
                .row("before", promoted.previous() == null ? "nothing" : promoted.previous() + " (kept)")
                .row("digest", promoted.digest());
        if (promoted.previous() != null) {
            String target = promoted.to().substring(0, promoted.to().indexOf('/'));
            table.row("back", "azml rollback --endpoint " + promoted.endpoint() + " -w " + target);
        }
        return table.lines();
    }
}

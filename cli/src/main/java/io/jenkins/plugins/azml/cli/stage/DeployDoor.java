package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.DeployCall;
import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import java.util.List;

/** {@code azml deploy}. */
public final class DeployDoor implements StageDoor<DeployCall, DeployState, Deployed> {

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public Class<DeployCall> arguments() {
        return DeployCall.class;
    }

    @Override
    public Prepared<DeployState, Deployed> prepare(DeployCall call, Scene scene) {
        return Prepared.of(call.in(scene), DeployDoor::lines);
    }

    private static List<String> lines(Deployed deployed) {
        return Table.ofNames()
                .row("endpoint", deployed.endpoint())
                .row("deployment", deployed.deployment() + " (no traffic yet)")
                .row("model", deployed.model())
                .row(
                        "next",
                        "azml test TESTS --endpoint " + deployed.endpoint() + " --deployment " + deployed.deployment())
                .lines();
    }
}

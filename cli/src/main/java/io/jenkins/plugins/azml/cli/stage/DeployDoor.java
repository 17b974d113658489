package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import java.util.Map;

/** {@code azml deploy}. */
public final class DeployDoor implements StageDoor<DeployDoor.Arguments, DeployState, Deployed> {

    /** What is saved of a call. */
    public record Arguments(Delivery delivery) {}

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<DeployState, Deployed> prepare(Arguments arguments, Scene scene) {
        DeploymentPlan plan = arguments.delivery().plan(scene);
        return Prepared.of(
                new DeployStage(scene.workspace(), plan), DeployStage.CODEC, DeployStage.first(), DeployDoor::show);
    }

    private static Shown show(Deployed deployed) {
        Table table = Table.ofNames()
                .row("endpoint", deployed.endpoint())
                .row("deployment", deployed.deployment() + " (no traffic yet)")
                .row("model", deployed.model())
                .row(
                        "next",
                        "azml test TESTS --endpoint " + deployed.endpoint() + " --deployment " + deployed.deployment());
        return Shown.done(
                Map.of(
                        "endpoint", deployed.endpoint(),
                        "deployment", deployed.deployment(),
                        "model", deployed.model()),
                table.lines());
    }
}

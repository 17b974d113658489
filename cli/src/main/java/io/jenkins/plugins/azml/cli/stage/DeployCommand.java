package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.engine.call.DeployCall;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Deploys beside what serves. */
@Command(name = "deploy", description = "Puts a new deployment beside the one that serves; traffic stays where it is.")
@SuppressWarnings("NullAway.Init")
public final class DeployCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Mixin
    private DeliveryOptions delivery;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() {
        Place place = run.place(azml);
        var arguments = new DeployCall(delivery.delivery(azml, place));
        return azml.begin(
                new DeployDoor(),
                arguments,
                run.order(Map.of(RunRecord.WORKSPACE, place), delivery.files()),
                run.mode());
    }
}

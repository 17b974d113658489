package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
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
        var arguments = new DeployDoor.Arguments(delivery.delivery(azml));
        return azml.begin(new DeployDoor(), arguments, run.order(azml, delivery.file()), run.mode());
    }
}

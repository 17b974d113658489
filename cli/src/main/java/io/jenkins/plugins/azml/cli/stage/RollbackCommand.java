package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.call.RollbackCall;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Returns to the previous deployment. */
@Command(name = "rollback", description = "Returns all traffic of an endpoint to the deployment that had it before.")
@SuppressWarnings("NullAway.Init")
public final class RollbackCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Option(names = "--endpoint", paramLabel = "NAME", required = true, description = "The endpoint.")
    private String endpoint;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() {
        return azml.begin(new RollbackDoor(), new RollbackCall(endpoint), run.order(azml), run.mode());
    }
}

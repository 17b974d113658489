package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Promotes a model. */
@Command(
        name = "promote",
        description =
                "Copies a model version to another workspace, deploys and tests it there, moves all traffic to it.")
@SuppressWarnings("NullAway.Init")
public final class PromoteCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Mixin
    private DeliveryOptions delivery;

    @Option(
            names = "--to",
            paramLabel = "WORKSPACE",
            required = true,
            description = "Where it goes; -w names where it comes from.")
    private String to;

    @Option(
            names = "--tests",
            paramLabel = "TESTS",
            required = true,
            description = "What the new deployment must pass before it gets traffic.")
    private Path tests;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description = "Promote a model without a passing verdict; the reason is recorded with it.")
    private @Nullable String override;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() {
        Place source = run.place(azml);
        Map<String, Place> workspaces = new LinkedHashMap<>();
        workspaces.put(RunRecord.WORKSPACE, source);
        workspaces.put(Scene.TARGET, run.place(azml, to));
        var arguments = new PromoteCall(delivery.delivery(azml, source), tests.toString(), override);
        List<Path> files = new ArrayList<>(delivery.files());
        files.add(tests);
        return azml.begin(new PromoteDoor(), arguments, run.order(workspaces, files), run.mode());
    }
}

package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sets a workspace up. */
@Command(
        name = "setup",
        description = "Makes a workspace as a folder of YAML says: data, environments, computes, endpoints.")
@SuppressWarnings("NullAway.Init")
public final class SetupCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "FOLDER", description = "Its .yml and .yaml files, or single files.", arity = "1..*")
    private List<Path> places;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() {
        List<Path> files = YamlFiles.of(places);
        var arguments = new SetupCall(files.stream().map(Path::toString).toList());
        return azml.begin(new SetupDoor(), arguments, run.order(azml, files.toArray(Path[]::new)), run.mode());
    }
}

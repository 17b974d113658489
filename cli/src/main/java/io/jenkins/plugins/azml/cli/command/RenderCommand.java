package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.wire.Placeholders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what would be written. */
@Command(
        name = "render",
        description = "Prints what a file would write, as a JSON array of {method, path, body}. Sends nothing.")
@SuppressWarnings("NullAway.Init")
public final class RenderCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "FILE", description = "A CLI v2 YAML file.")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replace a value of the file; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Override
    public Integer call() {
        azml.console().print(Writes.render(Specs.read(file, new Overrides(set)), Placeholders.everywhere()));
        return 0;
    }
}

package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.spec.schema.PlainJson;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows YAML as JSON. */
@Command(name = "yaml", description = "Prints a YAML file as a JSON object, read as strictly as every other file.")
@SuppressWarnings("NullAway.Init")
public final class YamlCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "FILE", description = "A file with a mapping at its top.")
    private Path file;

    @Override
    public Integer call() {
        if (!(PlainJson.of(YamlReader.read(file)) instanceof Map<?, ?> mapping)) {
            throw Problem.of(ProblemCode.INVALID_FILE, file + " has no mapping at its top")
                    .asException();
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        mapping.forEach((name, value) -> object.put(String.valueOf(name), value));
        azml.console().result(Json.pretty(object).lines().toList(), object);
        return ExitCode.DONE.status();
    }
}

package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks {@code azml/pipeline.yml} by the schema of the shared library; {@code azmlPipeline} checks dates and places too. */
final class PipelineFile {
    /** What counts in the Jenkinsfile only: a pull request can change the file. */
    private static final List<String> OF_THE_CALL = List.of("folder", "file", "fork", "commands", "result");

    private PipelineFile() {}

    /** @throws ProblemException {@code INVALID_FILE} for each thing that is wrong in it */
    static void check(Path file) {
        List<Problem> problems = new JsonSchema(schema()).problems(YamlReader.read(file), "a pipeline file");
        MappingReader.finish(problems);
    }

    private static JsonObject schema() {
        try (InputStream text =
                Objects.requireNonNull(PipelineFile.class.getResourceAsStream("pipeline.schema.json"))) {
            Map<String, @Nullable Object> schema =
                    new LinkedHashMap<>(JsonObject.read(text.readAllBytes()).members());
            Map<String, @Nullable Object> known =
                    new LinkedHashMap<>(new JsonObject(schema).in("properties").members());
            OF_THE_CALL.forEach(known::remove);
            schema.put("properties", known);
            return new JsonObject(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

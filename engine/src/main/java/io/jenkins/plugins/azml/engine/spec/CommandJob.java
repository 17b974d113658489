package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Location;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A command job. */
public record CommandJob(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.COMMAND_JOB;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    public String command() {
        return fields().needText("command");
    }

    /** The local folder or file whose code version the job runs, if the file names one. */
    public Optional<Path> code() {
        return fields().get("code", Location.Local.class).map(Location.Local::path);
    }

    public Optional<String> displayName() {
        return fields().text("display_name");
    }

    public Optional<String> experimentName() {
        return fields().text("experiment_name");
    }

    public Optional<String> compute() {
        return fields().text("compute");
    }

    /** The limit on running time, if the file sets one. */
    public Optional<Duration> timeout() {
        return fields().fields("limits")
                .map(limits -> limits.integer("timeout"))
                .filter(seconds -> seconds.orElse(0) > 0)
                .map(seconds -> Duration.ofSeconds(seconds.getAsLong()));
    }

    /** The inputs in the order of the file. */
    public Map<String, JobInput> inputs() {
        Map<String, JobInput> inputs = new LinkedHashMap<>();
        fields().dictionary("inputs").forEach((name, value) -> inputs.put(name, JobInput.of(value)));
        return inputs;
    }

    /** The outputs by name with their types. */
    public Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        fields().dictionary("outputs")
                .forEach((name, value) ->
                        outputs.put(name, ((Fields) value).text("type").orElse("uri_folder")));
        return outputs;
    }
}

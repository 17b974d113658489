package io.jenkins.plugins.azml.runner.steps;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code writeJSON}: writes data as JSON to a file, or gives the text. */
final class WriteJsonStep extends SuspendingStep {
    private static final ObjectMapper JSON = new ObjectMapper();

    WriteJsonStep() {
        super(StepSignature.of("writeJSON", "org.jenkinsci.plugins.pipeline.utility.steps.json.WriteJSONStep")
                .optional("file", String.class)
                .optional("json", Object.class)
                .optional("pretty", Integer.class)
                .optional("returnText", Boolean.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        String json = arguments.number("pretty", 0) > 0
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(arguments.get("json"))
                : JSON.writeValueAsString(arguments.get("json"));
        if (arguments.flag("returnText", false)) {
            return json;
        }
        Path file = context.directory().resolve(arguments.text("file", ""));
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return null;
    }
}

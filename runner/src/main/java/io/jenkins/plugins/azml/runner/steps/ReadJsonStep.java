package io.jenkins.plugins.azml.runner.steps;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import org.jspecify.annotations.Nullable;

/** {@code readJSON}: reads JSON from a file or a text, into maps and lists. */
final class ReadJsonStep extends SuspendingStep {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    ReadJsonStep() {
        super(StepSignature.of("readJSON", "org.jenkinsci.plugins.pipeline.utility.steps.json.ReadJSONStep")
                .optional("file", String.class)
                .optional("returnPojo", Boolean.class)
                .optional("text", String.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws Exception {
        if (!arguments.text("file", "").isBlank() && !arguments.text("text", "").isBlank()) {
            throw new IllegalArgumentException("At most one of file or text must be provided to readJSON.");
        }
        return JSON.readValue(SourceText.of(arguments, context), Object.class);
    }
}

package io.jenkins.plugins.azml.runner.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
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
                .optional("returnText", Boolean.class));
    }

    private static void check(StepArguments arguments, boolean text) {
        if (arguments.get("json") == null) {
            throw new IllegalArgumentException("You have to provide a JSON object to save for writeJSON.");
        }
        if (text && arguments.text("file") != null) {
            throw new IllegalArgumentException("You cannot provide both returnText and file to writeJSON.");
        }
        if (!text && arguments.text("file", "").isBlank()) {
            throw new IllegalArgumentException("You have to provide either file or returnText to writeJSON.");
        }
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws Exception {
        boolean text = arguments.flag("returnText", false);
        check(arguments, text);
        String json = json(arguments.get("json"), arguments.number("pretty", 0));
        if (text) {
            return json;
        }
        Path file = SourceText.file(arguments.text("file", ""), context);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return null;
    }

    private static String json(@Nullable Object value, long indent) throws JsonProcessingException {
        if (indent <= 0) {
            return JSON.writeValueAsString(value);
        }
        DefaultIndenter lines = new DefaultIndenter(" ".repeat((int) indent), "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(lines)
                .withArrayIndenter(lines)
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        return JSON.writer(printer).writeValueAsString(value);
    }
}

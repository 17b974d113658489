package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import java.io.IOException;
import java.nio.file.Files;

/** The text that a step reads, given itself or as a file. */
final class SourceText {
    private SourceText() {}

    static String of(StepArguments arguments, StepContext context) throws IOException {
        String text = arguments.text("text");
        if (text != null) {
            return text;
        }
        String file = arguments.text("file");
        if (file == null) {
            throw new IllegalArgumentException("At least one of file or text needs to be provided.");
        }
        return Files.readString(context.directory().resolve(file));
    }
}

package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** The text that a step reads, given itself or as a file. Only a file needs a node. */
final class SourceText {
    private SourceText() {}

    static String of(StepArguments arguments, StepContext context) throws IOException, MissingContextVariableException {
        String file = arguments.text("file", "");
        if (file.isBlank()) {
            return arguments.text("text", "");
        }
        Path path = file(file, context);
        if (!Files.exists(path)) {
            throw new FileNotFoundException(path + " does not exist.");
        }
        return Files.readString(path);
    }

    /** Finds a file that is read or written; a folder in its place is an error. */
    static Path file(String name, StepContext context) throws IOException, MissingContextVariableException {
        if (!context.block().hasNode()) {
            throw new MissingContextVariableException(
                    RequiredContext.WORKSPACE.type(), context.function(), RequiredContext.WORKSPACE.provider());
        }
        Path path = context.directory().resolve(name);
        if (Files.isDirectory(path)) {
            throw new FileNotFoundException(path + " is a directory.");
        }
        return path;
    }
}

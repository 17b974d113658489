package io.jenkins.plugins.azml.runner.cps;

import io.jenkins.plugins.azml.runner.build.Findings;
import io.jenkins.plugins.azml.runner.script.SourcePlaces;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Words why a build failed in one line, with the place in the script where there is one. */
final class FailureLine {
    private final SourcePlaces places;
    private final Findings findings;

    FailureLine(Services services) {
        this.places = services.places();
        this.findings = services.findings();
    }

    String of(Throwable failure) {
        if (failure instanceof MultipleCompilationErrorsException invalid) {
            List<?> errors = invalid.getErrorCollector().getErrors();
            if (!errors.isEmpty()) {
                return of(errors.get(0)) + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "");
            }
        }
        String place = places.of(Arrays.asList(failure.getStackTrace()))
                .or(() -> findings.placeOf(failure))
                .map(found -> found + ": ")
                .orElse("");
        return place + words(failure);
    }

    private String of(Object message) {
        if (message instanceof SimpleMessage simple) {
            return firstLine(simple.getMessage());
        }
        if (!(message instanceof SyntaxErrorMessage syntax)) {
            return firstLine(String.valueOf(message));
        }
        SyntaxException error = syntax.getCause();
        return places.of(
                        Objects.requireNonNullElse(error.getSourceLocator(), ""),
                        error.getStartLine(),
                        error.getStartColumn())
                + ": " + firstLine(error.getOriginalMessage());
    }

    private static String words(Throwable failure) {
        if (failure instanceof FlowInterruptedException interruption
                && !interruption.getCauses().isEmpty()) {
            return interruption.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .collect(Collectors.joining(", "));
        }
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        String line = firstLine(message);
        int among = line.indexOf(" found among steps [");
        int advice = line.indexOf("; did you mean ");
        return among < 0 ? line : line.substring(0, among) + (advice < 0 ? "" : line.substring(advice));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}

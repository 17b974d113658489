package io.jenkins.plugins.azml.emulator.jobs;

/** How a job ended. */
public sealed interface JobOutcome {
    record Completed() implements JobOutcome {}

    record Canceled() implements JobOutcome {}

    /**
     * @param code as the service has it, for example {@code UserError} or {@code ImageBuildFailure}
     * @param message one paragraph for a person
     */
    record Failed(String code, String message) implements JobOutcome {}
}

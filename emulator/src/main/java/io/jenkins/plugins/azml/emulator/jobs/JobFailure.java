package io.jenkins.plugins.azml.emulator.jobs;

/** Ends a job as failed, with what the service would say. */
final class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private JobFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    static JobFailure ofUser(String message) {
        return new JobFailure("UserError", message);
    }

    static JobFailure ofEnvironment(String message) {
        return new JobFailure("ImageBuildFailure", message);
    }

    static JobFailure ofService(String message) {
        return new JobFailure("ServiceError", message);
    }

    JobOutcome outcome() {
        return new JobOutcome.Failed(code, String.valueOf(getMessage()));
    }
}
